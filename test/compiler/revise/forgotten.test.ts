import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { createWorkspace, type TypedWorkflow } from "../../../compiler/index.ts";

const uri = "file:///flows/desk.yaml";

/** Where a turn of the event loop ends, weak references let go of what they were made from in it. */
async function turnEnds(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}

/** Which of the versions of a text, whose last edge moves to and fro, are held when all of them were judged. */
async function heldAfter(edits: number, text: string): Promise<readonly number[]> {
  const workspace = createWorkspace();
  workspace.setText({ uri, text });
  const judged: WeakRef<TypedWorkflow>[] = [];
  const start = text.lastIndexOf("next: done") + "next: ".length;
  for (let edit = 0; edit < edits; edit += 1) {
    workspace.edit(uri, { start, end: start + 4, text: edit % 2 === 0 ? "sort" : "done" });
    judged.push(new WeakRef(workspace.typed(uri) as TypedWorkflow));
  }
  await turnEnds();
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const held = judged.flatMap((each, edit) => (each.deref() === undefined ? [] : [edit]));
  // Asked for again, so that the workspace is alive when the garbage is collected.
  expect(workspace.typed(uri)).toBe(judged.at(-1)?.deref());
  return held;
}

const textWith = (otherwise: string): string => `workflow: {id: desk, version: 0.1.0, start: sort, state_schema: {topic: str, answer: str}, inputs: [topic]}
nodes:
  sort:
    type: branch
    conditions:
      - {if: state.topic == "news", next: ask}
    default: ${otherwise}
  ask:
    type: model
    model: gpt-4o
    prompt: Tell of {{ state.topic }}
    output_key: answer
    next: done
  done:
    type: end
`;

it("keeps no earlier version of a text alive when edges move again and again", async () => {
  const held = await heldAfter(12, textWith("done"));
  expect(held).toContain(11);
  expect(held.length).toBeLessThanOrEqual(3);
});

it("keeps none alive where an edge leads nowhere, either", async () => {
  const held = await heldAfter(12, textWith("nowhere"));
  expect(held).toContain(11);
  expect(held.length).toBeLessThanOrEqual(3);
});
