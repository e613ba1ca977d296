import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/fuzz/**/*.test.ts",
      "test/compiler/json-schema.test.ts",
      "test/compiler/format/random.test.ts",
      "test/compiler/syntax/{cst,scalar-map}.test.ts",
      "test/compiler/{expr,template}/{property,hostile,plain}.test.ts",
      "test/runtime/expr/{total,search}.test.ts",
    ],
    testTimeout: 3_600_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
