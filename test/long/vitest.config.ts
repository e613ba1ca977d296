import { defineConfig } from "vitest/config";

/** `npm run test:long`: what takes minutes. */
export default defineConfig({
  test: {
    include: ["test/long/**/*.test.ts"],
    testTimeout: 20 * 60_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
