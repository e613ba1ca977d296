import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./house.ts";

/** What we use of the packages `vscode-textmate` and `vscode-oniguruma`, which VS Code brings along. */
interface TextMate {
  readonly INITIAL: unknown;
  readonly parseRawGrammar: (text: string, path: string) => unknown;
  readonly Registry: new (options: object) => { readonly loadGrammar: (scope: string) => Promise<{ readonly tokenizeLine: (line: string, state: unknown) => Tokens }> };
}
interface Tokens {
  readonly ruleStack: unknown;
  readonly tokens: readonly { readonly startIndex: number; readonly endIndex: number; readonly scopes: readonly string[] }[];
}
interface Oniguruma {
  readonly loadWASM: (bytes: ArrayBufferLike) => Promise<void>;
  readonly OnigScanner: new (patterns: readonly string[]) => object;
  readonly OnigString: new (text: string) => object;
}

const ours = "lsp/vscode/syntaxes";

/** Reads texts as VS Code at `server` colours them, with its own grammar of YAML and ours put into it: each word with its innermost scope. */
export async function colouring(server: string, language: "source.yaml" | "source.jamjet"): Promise<(text: string) => readonly string[]> {
  const vscode = join(server, "../../../lib/vscode");
  const load = createRequire(join(vscode, "package.json"));
  // The packages come without their types; these are theirs.
  const { INITIAL, Registry, parseRawGrammar } = load("vscode-textmate") as TextMate;
  const { OnigScanner, OnigString, loadWASM } = load("vscode-oniguruma") as Oniguruma;
  await loadWASM(readFileSync(join(vscode, "node_modules/vscode-oniguruma/release/onig.wasm")).buffer);
  const fileOf = (scope: string): string => (scope.startsWith("source.jamjet") ? join(root, ours, `${scope.split(".")[2] ?? "jamjet"}.tmLanguage.json`) : join(vscode, "extensions/yaml/syntaxes", `yaml${scope === "source.yaml" ? "" : `-${scope.slice("source.yaml.".length)}`}.tmLanguage.json`));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner: (patterns: readonly string[]) => new OnigScanner(patterns), createOnigString: (text: string) => new OnigString(text) }),
    loadGrammar: (scope: string) => Promise.resolve(parseRawGrammar(readFileSync(fileOf(scope), "utf8"), fileOf(scope))),
    getInjections: (scope: string) => (scope === language ? ["source.jamjet.template", "source.jamjet.condition"] : []),
  });
  const grammar = await registry.loadGrammar(language);
  return (text) => {
    const read: string[] = [];
    let state = INITIAL;
    for (const line of text.split("\n")) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      for (const { startIndex, endIndex, scopes } of tokens) if (line.slice(startIndex, endIndex).trim() !== "") read.push(`${line.slice(startIndex, endIndex).trim()} ${scopes.at(-1)}`);
    }
    return read;
  };
}
