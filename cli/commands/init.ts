import { join, resolve } from "node:path";
import { answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { shellWord } from "../shell.ts";
import { projectFiles } from "./init-files.ts";

export const init = command({
  name: "init",
  summary: "begin a project that validates and runs",
  arguments: { folder: { count: "optional", doc: "where; the current folder if absent" } },
  options: {},
  exits: ["fine"],
  examples: ["jamjet init", "jamjet init my-agent"],
  run({ args }, io) {
    const folder = args.folder ?? ".";
    const files = Object.entries(projectFiles).map(([name, text]) => ({ name: join(folder, name), text }));
    const taken = files.filter(({ name }) => io.kindOf(resolve(io.cwd, name)) !== "nothing");
    if (taken.length > 0) return refusal(`${taken.map(({ name }) => `'${name}'`).join(", ")} exist${taken.length === 1 ? "s" : ""} already`, "name another folder, such as 'jamjet init my-agent'");
    for (const { name, text } of files) {
      const written = io.write(resolve(io.cwd, name), text, "new");
      if (!written.ok) return refusal(`cannot write '${name}': ${written.reason}`);
    }
    const enter = folder === "." ? "" : `cd ${shellWord(folder)} && `;
    const next = `${enter}jamjet run workflow.yaml --input '{"question": "What is durable execution?"}' --replies replies.yaml`;
    return answer("fine", { files: files.map(({ name }) => name), next }, [...files.map(({ name }) => `created ${name}`), "", `next: ${next}`]);
  },
});
