import { join } from "node:path";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { Problem } from "../project/decode.ts";
import type { ProjectProblem } from "../project/project.ts";
import { readInside } from "./inside.ts";

/** What a policy document says, or what is wrong with it. */
export type PolicyRead = { readonly ok: true; readonly policy: ProjectPolicy } | { readonly ok: false; readonly text: string; readonly problems: readonly Omit<ProjectProblem, "file" | "text">[] };

/** Reads policy documents: who does has a parser of YAML. `undefined` for one that is judged elsewhere. */
export type PolicyReader = (bytes: Uint8Array, file: string) => PolicyRead | undefined;

/** The policy of a project: found, with problems of its own, or with one of the setting that names it. */
export type PolicyFound =
  | { readonly policy: ProjectPolicy | undefined; readonly problems: readonly ProjectProblem[] }
  | { readonly policy: undefined; readonly setting: Problem };

const largestPolicy = 1_048_576;

/** Reads the document at `path` of the project at `root`. What cannot be read is never taken for a policy that allows everything. */
export function findPolicy(root: string, path: string, read: PolicyReader | undefined): PolicyFound {
  const wrong = (message: string, help?: string): PolicyFound => ({ policy: undefined, setting: { path: ["policy", "file"], message, ...(help === undefined ? {} : { help }) } });
  if (read === undefined) return wrong("nobody reads policies here");
  const found = readInside(root, path, largestPolicy + 1);
  if (!found.ok) return wrong(`the policy '${path}' cannot be read: ${found.reason}`, "name a file of the project, relative to jamjet.toml");
  if (found.bytes.length > largestPolicy) return wrong(`the policy '${path}' is larger than ${largestPolicy} bytes`);
  const file = join(root, path);
  const said = read(found.bytes, file);
  if (said === undefined) return { policy: undefined, problems: [] };
  if (said.ok) return { policy: said.policy, problems: [] };
  return { policy: undefined, problems: said.problems.map((problem) => ({ file, text: said.text, ...problem })) };
}
