import type { Judged } from "./kill.ts";

/** What became of the mutants of all operators, one row each; those that were not found where they are wrong stand below. */
export function tableOf(judged: readonly Judged[]): readonly string[] {
  const names = [...new Set(judged.map(({ operator }) => operator.name))];
  const row = (name: string, each: readonly Judged[]): string => {
    const killed = each.filter(({ fate }) => fate !== "survived");
    return [name.padEnd(24), ...[each.length, killed.length, killed.filter(({ fate }) => fate === "in-range").length, each.length - killed.length].map((count) => `${count}`.padStart(9))].join("");
  };
  const head = ["operator".padEnd(24), ...["mutants", "killed", "in range", "survive"].map((word) => word.padStart(9))].join("");
  return [head, ...names.map((name) => row(name, judged.filter(({ operator }) => operator.name === name))), row("all", judged), "", ...judged.filter(({ fate }) => fate !== "in-range").map(reportOf)];
}

/** One mutant that was not found where it is wrong, with the line it stands in. */
export function reportOf({ operator, subject, mutant, fate, said }: Judged): string {
  const at = mutant.tokens[0]?.start ?? 0;
  const line = mutant.text.slice(mutant.text.lastIndexOf("\n", at - 1) + 1).split("\n")[0]?.trim() ?? "";
  const token = mutant.text.slice(at, mutant.tokens[0]?.end);
  return `${fate} ${operator.name} in ${subject.name}:${mutant.text.slice(0, at).split("\n").length} «${token}» of «${line}»${said.length === 0 ? "" : `: ${said.join("; ")}`}`;
}
