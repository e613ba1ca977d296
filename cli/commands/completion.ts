import { answer } from "../answer.ts";
import { type Command, command } from "../command.ts";
import { bashScript } from "../completion/bash.ts";
import { completables } from "../completion/completable.ts";
import { fishScript } from "../completion/fish.ts";
import { zshScript } from "../completion/zsh.ts";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** The command that writes completion scripts for all `commands`, itself among them. */
export function completionOf(commands: () => readonly Command[]): Command {
  return command({
    name: "completion",
    summary: "print a script that completes command lines in your shell",
    arguments: { shell: { oneOf: ["bash", "zsh", "fish"], doc: "bash, zsh or fish" } },
    options: {},
    exits: ["fine"],
    examples: ["source <(jamjet completion bash)", "jamjet completion fish > ~/.config/fish/completions/jamjet.fish"],
    run({ args }) {
      const lines = scripts[args.shell](completables(commands()));
      return answer("fine", { shell: args.shell, script: lines.join("\n") }, lines);
    },
  });
}
