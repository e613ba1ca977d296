import { type Answer, refusal } from "./answer.ts";

/** Commands of the wider JamJet that a later version brings, and what does their work until then. */
const later: { readonly [name: string]: string } = {
  dev: "there is no server to start: 'jamjet run <file>' carries an execution in its own process, 'jamjet resume <id>' goes on with it",
  eval: "score outputs inside the workflow: an 'eval' node, and 'jamjet run <file> --input @row.json' for each row; it exits with 1 where a score is too low",
};

/** What is said of a command line whose command comes later, whatever else stands in it; undefined for any other. */
export function comesLater(argv: readonly string[]): Answer | undefined {
  const [name = ""] = argv;
  const help = Object.hasOwn(later, name) ? later[name] : undefined;
  const said = name === "eval" && argv[1] === "run" ? "eval run" : name;
  return help === undefined ? undefined : refusal(`this version has no 'jamjet ${said}' yet`, help);
}
