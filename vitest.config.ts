import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/long/**", "test/fuzz/**", "test/bench/**", "**/node_modules/**"],
    testTimeout: 30_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
