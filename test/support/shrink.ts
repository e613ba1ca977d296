import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { RandomWorkflow } from "./random-workflow.ts";

/** How many smaller documents are tried: enough for what a person wants to read. */
const mostTries = 600;

/** A smaller document that still `fails`: without nodes, keys and items that have nothing to do with it. */
export async function shrunk(document: RandomWorkflow, fails: (document: RandomWorkflow) => Promise<boolean>): Promise<RandomWorkflow> {
  let best = document;
  let tries = 0;
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const smaller of smallerThan(best)) {
      if ((tries += 1) > mostTries) return best;
      if (!(await fails(smaller))) continue;
      best = smaller;
      goesOn = true;
      break;
    }
  }
  return best;
}

/** The document with one part less, large parts first: a node, with those who led to it leading where it led; a key; an item. */
function* smallerThan({ workflow, nodes }: RandomWorkflow): Generator<RandomWorkflow> {
  for (const id of Object.keys(nodes)) {
    const { [id]: gone, ...others } = nodes;
    const next = gone?.["next"] ?? gone?.["default"] ?? gone?.["join"];
    yield { workflow, nodes: others };
    if (typeof next === "string") yield { workflow: renamed(workflow, id, next), nodes: renamed(others, id, next) };
  }
  for (const id of Object.keys(nodes)) for (const smaller of without(nodes[id] ?? {})) yield { workflow, nodes: { ...nodes, [id]: smaller as JsonObject } };
  for (const smaller of without(workflow)) yield { workflow: smaller as JsonObject, nodes };
}

function renamed<T extends JsonObject>(part: T, from: string, to: string): T {
  // Ids are words of their own, and stand nowhere but where a node is named.
  return JSON.parse(JSON.stringify(part).replaceAll(JSON.stringify(from), JSON.stringify(to))) as T;
}

function* without(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield value.toSpliced(index, 1);
      for (const smaller of without(item as Json)) yield value.toSpliced(index, 1, smaller);
    }
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _, ...others } = value;
      yield others;
      for (const smaller of without(item)) yield { ...value, [key]: smaller };
    }
  }
}
