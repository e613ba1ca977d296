import fc from "fast-check";
import { expect, it } from "vitest";
import { components, isCycle } from "../../../compiler/flow/components.ts";
import { mayHold, type FlowProblem } from "../../../compiler/check/flow.ts";

const problems = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 });
  return fc.record({
    size: fc.constant(size),
    facts: fc.constant(40),
    start: node,
    edges: fc.array(fc.record({ from: node, to: node, carries: fc.boolean() }), { maxLength: 16 }),
    adds: fc.array(fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
  });
});

/** Every (node, fact held) that some walk from the start arrives with, by walking. */
function arrivals({ start, edges, adds }: FlowProblem, fact: number): ReadonlySet<string> {
  const seen = new Set<string>();
  const work: { readonly node: number; readonly holds: boolean }[] = [{ node: start, holds: false }];
  for (let at = work.pop(); at !== undefined; at = work.pop()) {
    const { node, holds } = at;
    if (seen.has(`${node} ${holds}`)) continue;
    seen.add(`${node} ${holds}`);
    for (const edge of edges) {
      if (edge.from === node) work.push({ node: edge.to, holds: holds || (edge.carries && (adds[node] ?? []).includes(fact)) });
    }
  }
  return seen;
}

it("finds exactly the facts that some walk brings", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const may = mayHold(problem);
      for (let fact = 0; fact < problem.facts; fact += 1) {
        const walked = arrivals(problem, fact);
        for (let node = 0; node < problem.size; node += 1) {
          expect(may.before(node, fact)).toBe(walked.has(`${node} true`));
          expect(may.isReached(node)).toBe(walked.has(`${node} true`) || walked.has(`${node} false`));
        }
      }
    }),
    { numRuns: 300 },
  );
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
