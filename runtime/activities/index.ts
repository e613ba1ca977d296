import type { PerformedKind } from "../../schemas/nodes/index.ts";
import type { Activity } from "../activity.ts";
import { http } from "./http.ts";
import { model } from "./model.ts";
import { tool } from "./tool.ts";

/** What every activity kind does. A kind without an activity does not compile. */
export const activities = { model, tool, http } satisfies { readonly [K in PerformedKind]: Activity<K> };
