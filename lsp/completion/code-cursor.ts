import { namesOfAgent, namesUnder, writingInTemplate, type ExprEnv, type TemplateWriting } from "../../compiler/index.ts";
import { codeAt } from "../code-at.ts";
import type { Around } from "./around.ts";
import type { Cursor } from "../cursor/cursor.ts";
import { isPromptFile, type Snapshot } from "../snapshot.ts";
import { inNode, nodeOn, topKeys, workflowAround } from "./document-names.ts";
import { placesAt, scalarFields, type Place } from "./place.ts";

/** A cursor in a text that holds code. */
export interface CodeCursor {
  /** The text as its author means it, and the offset of the cursor in it. */
  readonly text: string;
  readonly at: number;
  readonly spot: TemplateWriting;
}

/** The readings of the code that the cursor is in: none, where its place holds no code. `readers` know what names mean in a prompt file. */
export function codeCursors(snapshot: Snapshot, offset: number, cursor: Cursor, readers: Around["readers"]): readonly CodeCursor[] {
  if (isPromptFile(snapshot)) return promptCursors(snapshot, offset, readers());
  if (cursor.role === "key" || cursor.role === "comment" || cursor.role === "nothing") return [];
  const workflow = workflowAround(snapshot, cursor);
  return placesAt(cursor, topKeys(workflow, cursor)).flatMap((place) => codeCursor(workflow, offset, cursor, place) ?? []);
}

/** The code of a prompt, which is a text from its first character to its last, as each of its readers has it. */
function promptCursors({ source: { text } }: Snapshot, offset: number, readers: readonly ExprEnv[]): readonly CodeCursor[] {
  return readers.map((env) => ({ text, at: offset, spot: writingInTemplate(text, offset, env) }));
}

function codeCursor(snapshot: Snapshot, offset: number, cursor: Cursor, place: Place): CodeCursor | undefined {
  const fields = scalarFields(place.field);
  const isExpression = fields.some(({ shape }) => shape === "expression");
  if (!isExpression && !fields.some(({ shape }) => shape === "template" || shape === "value")) return undefined;
  const { text, at } = cursor.read();
  const env = namesAt(snapshot, offset, cursor, place);
  return { text, at, spot: isExpression ? { in: "code", start: 0, end: text.length, env } : writingInTemplate(text, at, env) };
}

/** What names mean where the code begins: behind the tests on the way there, where it could be read. */
function namesAt(snapshot: Snapshot, offset: number, cursor: Cursor, { trail }: Place): ExprEnv {
  const read = codeAt(snapshot, offset);
  if (read !== undefined) return read.site.env;
  const [kind] = trail;
  const keys = cursor.path.flatMap((step) => (step.kind === "key" ? [step.name] : []));
  const behind = inNode(trail);
  if (behind === undefined && (kind === "agent" || kind === "fleet") && snapshot.tree !== undefined) return namesOfAgent(snapshot.tree, keys.slice(0, kind === "agent" ? 1 : 2));
  return namesUnder(snapshot.typed, nodeOn(snapshot, cursor.path)?.index, behind?.[1] ?? "");
}
