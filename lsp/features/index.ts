import type { Feature } from "../feature.ts";
import { codeActions } from "./code-action.ts";
import { diagnostics } from "./diagnostics.ts";
import { highlight } from "./highlight.ts";
import { hover } from "./hover.ts";

/** All that the server can do. */
export const features: readonly Feature[] = [
  diagnostics,
  codeActions,
  highlight,
  hover,
];
