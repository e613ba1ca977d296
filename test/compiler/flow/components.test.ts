import fc from "fast-check";
import { expect, it } from "vitest";
import { components, isCycle } from "../../../compiler/flow/components.ts";

const problems = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 });
  return fc.record({ size: fc.constant(size), edges: fc.array(fc.record({ from: node, to: node }), { maxLength: 16 }) });
});

it("puts nodes into one component if and only if each reaches the other", () => {
  fc.assert(
    fc.property(problems, ({ size, edges }) => {
      const successors = Array.from({ length: size }, (_, node) => edges.filter((edge) => edge.from === node).map((edge) => edge.to));
      const reaches = (from: number, to: number): boolean => {
        const seen = new Set<number>();
        const work = [...(successors[from] ?? [])];
        for (let node = work.pop(); node !== undefined; node = work.pop()) {
          if (seen.has(node)) continue;
          seen.add(node);
          work.push(...(successors[node] ?? []));
        }
        return seen.has(to);
      };
      const { of, members } = components(successors);
      for (let a = 0; a < size; a += 1) {
        expect(isCycle(successors, members[of[a] as number] ?? [])).toBe(reaches(a, a));
        for (let b = 0; b < size; b += 1) {
          if (a === b) continue;
          expect(of[a] === of[b]).toBe(reaches(a, b) && reaches(b, a));
          // Components that others lead to come first.
          if (reaches(a, b)) expect(of[b]).toBeLessThanOrEqual(of[a] as number);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it("follows a chain of 50,000 nodes without running out of stack", () => {
  const size = 50_000;
  const chain = Array.from({ length: size }, (_, node) => (node + 1 < size ? [node + 1] : [0]));
  expect(components(chain).members.length).toBe(1);
});
