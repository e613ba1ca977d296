import { kindNamed, laterKinds, nodeKinds, type NodeKind } from "../../schemas/nodes/index.ts";
import type { Located } from "../../schemas/span.ts";
import { nearest } from "../../schemas/nearest.ts";
import { unknownNodeType } from "../diagnostics/decode.ts";
import { kindElsewhere } from "./keys-elsewhere.ts";
import type { Reader } from "./reader.ts";

/** Reports a word that no kind of node has, and says which kind was most likely meant. */
export function reportKind(reader: Reader, { value: type, span }: Located<string>): NodeKind | undefined {
  const near = nearest(type, nodeKinds) ?? kindElsewhere(type);
  const later = (laterKinds as readonly string[]).includes(type);
  const fixes = near === undefined || later ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span, text: near }] }];
  reader.sayAt(unknownNodeType, span, { type, nearest: near, later, known: nodeKinds }, { fixes });
  return later ? undefined : kindNamed(near ?? "");
}
