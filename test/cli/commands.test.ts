import { expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { commands } from "../../cli/commands/index.ts";
import { catalogue } from "../../compiler/index.ts";
import { jamjet } from "./fake-io.ts";

const valid = `workflow:
  id: greet
  version: 1.0.0
  description: Greets a lot
  start: done
nodes:
  done:
    type: end
`;
const misspelt = valid.replace("start: done", "start: dune");

it("says that a document is valid, with its id, version, nodes and edges", async () => {
  const said = await jamjet(["validate", "greet.yaml"], { files: { "greet.yaml": valid } });
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toBe("Valid. workflow_id=greet version=1.0.0\n  Nodes: 1  Edges: 0\n");
});

it("shows each mistake with its line and a caret, and counts them", async () => {
  const said = await jamjet(["validate", "greet.yaml"], { files: { "greet.yaml": misspelt } });
  expect(said).toMatchObject({ code: 1, err: "" });
  expect(said.out.split("\n")).toEqual([
    "error[JJ2001] unknown-node: no node is called 'dune'",
    " --> greet.yaml:5:10",
    "5 |   start: dune",
    "  |          ^^^^",
    "help: change it to 'done', or add a node with this name",
    "",
    "1 error",
    "",
  ]);
});

it("points into the prompt file that a document names, by its path from here", async () => {
  const files = { "flows/ask.yaml": valid.replace("description: Greets a lot", "state_schema: {name: str, said: str}").replace("start: done", "start: ask").replace("nodes:\n", "nodes:\n  ask: {type: model, model: gpt-4o, prompt_file: prompts/ask.md, output_key: said, next: done}\n"), "flows/prompts/ask.md": "Hi,\n{{ state.nmae }}\n" };
  const said = await jamjet(["validate", "flows/ask.yaml"], { files });
  expect(said.out).toContain(" --> flows/prompts/ask.md:2:10\n2 | {{ state.nmae }}\n  |          ^^^^\n");
  const data = JSON.parse((await jamjet(["validate", "flows/ask.yaml", "--json"], { files })).out) as { files: { diagnostics: unknown[] }[] };
  expect(data.files[0]?.diagnostics).toMatchObject([{ code: "JJ2002", range: { file: "flows/prompts/ask.md", line: 2, column: 10, offset: 13 } }]);
  const compiled = await jamjet(["compile", "flows/ask.yaml"], { files: { ...files, "flows/prompts/ask.md": "Hi {{ state.name }}" } });
  expect(compiled.code).toBe(0);
  expect(compiled.out).not.toContain("prompt_file");
});

it("bounds a prompt file, and says of a hundred thousand mistakes in it the first hundred", async () => {
  const ask = valid.replace("start: done", "start: ask").replace("description: Greets a lot", "state_schema: {name: str, said: str}").replace("nodes:\n", "nodes:\n  ask: {type: model, model: gpt-4o, prompt_file: ask.md, output_key: said, next: done}\n");
  const said = async (prompt: string): Promise<string> => (await jamjet(["validate", "ask.yaml"], { files: { "ask.yaml": ask, "ask.md": prompt } })).out;
  expect(await said("x".repeat(1_048_577))).toContain("the file 'ask.md' cannot be read: it is larger than 1 MiB, and a template may come to no more");
  expect(await said("{{ nope }}".repeat(100_000))).toMatch(/\n100 errors\n$/);
});

it("validates several files, patterns and standard input, each under its own name", async () => {
  const files = { "flows/a.yaml": valid, "flows/b.yaml": misspelt, "c.yaml": valid };
  const many = await jamjet(["validate", "flows/*.yaml", "c.yaml", "c.yaml"], { files });
  expect(many.code).toBe(1);
  expect(many.out).toContain("flows/b.yaml:5:10");
  expect(many.out.trimEnd().split("\n").at(-1)).toBe("3 files: 2 valid, 1 not (1 error)");

  const stdin = await jamjet(["validate", "-", "--stdin-filename", "flows/draft.yaml"], { stdin: misspelt });
  expect(stdin.out).toContain("--> flows/draft.yaml:5:10");
  expect((await jamjet(["validate", "-"], { stdin: misspelt })).out).toContain("--> <stdin>:5:10");
});

it("checks the readable files although another cannot be read, and exits as for wrong usage", async () => {
  const said = await jamjet(["validate", "a.yaml", "none.yaml"], { files: { "a.yaml": valid } });
  expect(said.code).toBe(2);
  expect(said.out).toContain("Valid. workflow_id=greet");
  expect(said.out).toContain("cannot read 'none.yaml': there is no such file");
});

it("says why a file cannot be read, on standard error", async () => {
  expect(await jamjet(["validate", "none.yaml"])).toMatchObject({ code: 2, out: "", err: "error: cannot read 'none.yaml': there is no such file\n" });
  expect((await jamjet(["compile", "flows"], { files: { "flows/a.yaml": valid } })).err).toBe("error: cannot read 'flows': is a folder\nhelp: name its files, or a pattern such as 'flows/**/*.yaml'\n");
  expect((await jamjet(["validate", "flows"], { files: { "flows/replies.yaml": "replies: []\n" } })).err).toBe("error: there is no document of JamJet below 'flows'\n");
  expect((await jamjet(["validate", "*.yml"])).err).toBe("error: no file matches '*.yml'\n");
});

it("takes an empty word, such as a variable that is not set, neither for all files there are nor for the one execution there is", async () => {
  const help = "help: perhaps a variable of your script is not set";
  for (const command of ["validate", "fmt", "graph"]) expect(await jamjet([command, ""], { files: { "a.yaml": valid } })).toMatchObject({ code: 2, out: "", err: `error: the name of a file is empty\n${help}\n` });
});

it("finds policies, agents and fleets in a folder beside workflows, and leaves other programs' files alone", async () => {
  const files = {
    "a.yaml": valid,
    "policies/rules.yaml": "version: 1\nrules:\n  - {match: 'a.*', action: forbid}\n",
    "policies/block.yml": "policy:\n  blocked_tools: ['a.*']\n",
    "role.yaml": "apiVersion: v1\nrules:\n  - {verbs: [get]}\n",
    "lint.yaml": "version: '2'\nrules: {}\n",
    "team/agent.yaml": "agent:\n  strategy: react\n",
    "team/aimless.yaml": "agent:\n  id: helper\n  goal: Help.\n  model: gpt-4o\n",
    "team/short.yaml": "agent: {id: helper, strategy: react}\n",
    "team/fleet.yaml": "version: 1\nagents: {}\n",
    "pipeline.yaml": "agents:\n  queue: linux\n",
    "monitor.yaml": "agent:\n  interval: 10s\n",
    "cloud.yaml": "policy: {}\nresources: {}\n",
  };
  const { files: found } = JSON.parse((await jamjet(["validate", ".", "--json"], { files })).out) as { readonly files: readonly { readonly file: string; readonly valid: boolean }[] };
  expect(found.map(({ file, valid: isValid }) => [file, isValid])).toEqual([["a.yaml", true], ["policies/block.yml", true], ["policies/rules.yaml", false], ["team/agent.yaml", false], ["team/aimless.yaml", false], ["team/fleet.yaml", true], ["team/short.yaml", false]]);
});

it("gives every finding as data, with its range and the same frame", async () => {
  const { code, out } = await jamjet(["validate", "greet.yaml", "--json"], { files: { "greet.yaml": misspelt } });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    errors: 1,
    warnings: 0,
    files: [{ file: "greet.yaml", valid: false, diagnostics: [{ code: "JJ2001", slug: "unknown-node", severity: "error", range: { line: 5, column: 10, endLine: 5, endColumn: 14, offset: 76, endOffset: 80 }, frame: expect.stringContaining("--> greet.yaml:5:10") }] }],
  });
});

it("paints for a terminal, and for nobody who asked not to", async () => {
  const files = { "greet.yaml": misspelt };
  const painted = async (env: { readonly [name: string]: string }, isTty: boolean): Promise<boolean> => (await jamjet(["validate", "greet.yaml"], { files, env, isTty })).out.includes("\u001b[");
  expect(await painted({}, true)).toBe(true);
  expect(await painted({}, false)).toBe(false);
  expect(await painted({ NO_COLOR: "" }, true)).toBe(true);
  expect(await painted({ NO_COLOR: "0" }, true)).toBe(false);
  expect(await painted({ TERM: "dumb" }, true)).toBe(false);
  expect(await painted({ FORCE_COLOR: "1" }, false)).toBe(true);
  expect(await painted({ FORCE_COLOR: "0" }, true)).toBe(false);
  expect(await painted({ FORCE_COLOR: "1", NO_COLOR: "1" }, false)).toBe(false);
});

it("lets no control character of a document reach the terminal", async () => {
  const hostile = valid.replace("greet", '"gr\u202eeet\u009b31m"').replace("version: 1.0.0", "version: \u001b[31m1");
  for (const words of [["validate"], ["compile"], ["run"], ["validate", "--json"]]) {
    const said = await jamjet([...words, "\u001b[2Jgreet.yaml"], { files: { "\u001b[2Jgreet.yaml": hostile }, isTty: true, env: { NO_COLOR: "1" } });
    expect(said.out + said.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(said.code).toBe(1);
  }
});

it("keeps long lines of source within the columns of the terminal", async () => {
  const long = valid.replace("start: done", `start: ${"d".repeat(200)}`);
  const said = await jamjet(["validate", "greet.yaml"], { files: { "greet.yaml": long }, columns: 60 });
  const source = said.out.split("\n").filter((line) => line.startsWith("5 |") || line.startsWith("  |"));
  expect(source.length).toBeGreaterThan(0);
  expect(Math.max(...source.map((line) => line.length))).toBeLessThanOrEqual(60);
});

it("compiles to standard output or to a file, with the same bytes", async () => {
  const files = { "greet.yaml": valid };
  const printed = await jamjet(["compile", "greet.yaml"], { files });
  expect(JSON.parse(printed.out)).toMatchObject({ format: 1, workflow: { id: "greet", version: "1.0.0" }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const written = await jamjet(["compile", "greet.yaml", "-o", "greet.json"], { files });
  expect(written.files.get("/here/greet.json")).toBe(printed.out);
  expect(written.out).toMatch(/^greet 1\.0\.0 → greet\.json {2}[0-9a-f]{12}\n$/);
  expect((await jamjet(["compile", "greet.yaml", "--json"], { files })).out).toBe(printed.out);
});

it("compiles nothing from a document with mistakes", async () => {
  const said = await jamjet(["compile", "greet.yaml", "-o", "greet.json"], { files: { "greet.yaml": misspelt } });
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toContain("error[JJ2001]");
  expect(said.files.has("/here/greet.json")).toBe(false);
});

it("explains a code by its number and by its name, in any case", async () => {
  const { out, code } = await jamjet(["explain", "JJ2001"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^JJ2001 unknown-node \(error\)\n\n\w/);
  expect((await jamjet(["explain", "jj2001"])).out).toBe(out);
  expect((await jamjet(["explain", "unknown-node"])).out).toBe(out);
  expect(JSON.parse((await jamjet(["explain", "JJ2001", "--json"])).out)).toMatchObject({ code: "JJ2001", slug: "unknown-node", example: { says: expect.arrayContaining([expect.stringMatching(/^help: /)]) } });
  expect(await jamjet(["explain", "unknown-nod"])).toMatchObject({ code: 2, err: "error: no code is called 'unknown-nod'\nhelp: did you mean 'unknown-node'?\n" });
});

it("lists every code by family, and says how each is silenced", async () => {
  const { out } = await jamjet(["explain"]);
  expect(out).toContain("JJ40 Graph\n  JJ4001  unreachable-node (warning)\n");
  for (const { code, slug } of catalogue) expect(out).toContain(`  ${code}  ${slug} (`);
  expect(JSON.parse((await jamjet(["explain", "--json"])).out)).toMatchObject({ families: expect.arrayContaining([{ family: "JJ51", title: "Data flow", codes: expect.arrayContaining([{ code: "JJ5108", slug: "constant-condition", severity: "warning" }]) }]) });
  expect((await jamjet(["explain", "JJ4001"])).out).toMatch(/\nto silence it\n {2}# jamjet-ignore JJ4001: why [^]*\n {2}unreachable-node = "off"\n$/);
  expect((await jamjet(["explain", "JJ2001"])).out).toMatch(/\nto silence it\n {2}nothing does: it is an error\n$/);
});

it("shows for a code a document that is wrong, what is said of it, and where it can be mended, the right one", async () => {
  const shown = await Promise.all(catalogue.map(async ({ code }) => JSON.parse((await jamjet(["explain", code, "--json"])).out) as { readonly code: string; readonly example?: { readonly wrong: readonly string[]; readonly says: readonly string[]; readonly right?: readonly string[] } }));
  expect(shown.filter(({ example }) => example?.right !== undefined).length).toBeGreaterThan(10);
  for (const { code, example } of shown) if (example !== undefined) expect(example.says.join("\n"), code).toContain(code);
  const { out } = await jamjet(["explain", "unknown-key"]);
  expect(out).toMatch(/\nwrong\n {2}\S[^]*\nis answered with\n {2}error\[JJ\d+\] unknown-key[^]*\nright\n {2}\S/);
});

it("prints the JSON Schemas", async () => {
  for (const words of [[], ["workflow"], ["agent"], ["fleet"], ["policy"], ["program"]]) {
    const said = await jamjet(["schema", ...words]);
    expect(JSON.parse(said.out)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
  }
  expect(await jamjet(["schema", "robot"])).toMatchObject({ code: 2, err: "error: 'robot' is not one of workflow, agent, fleet, policy, program\nhelp: see 'jamjet schema --help'\n" });
});

it("begins a project that validates without a complaint, and writes over nothing", async () => {
  const made = await jamjet(["init", "my-agent"]);
  expect(made).toMatchObject({ code: 0, err: "" });
  const files = Object.fromEntries(made.files);
  expect((await jamjet(["validate", "my-agent/workflow.yaml"], { files })).out).toBe("Valid. workflow_id=hello-agent version=0.1.0\n  Nodes: 3  Edges: 2\n");
  const again = await jamjet(["init", "my-agent"], { files });
  expect(again.code).toBe(2);
  expect(again.err).toContain("exist already");
  expect(JSON.parse((await jamjet(["init", "--json"])).out)).toMatchObject({ files: expect.arrayContaining(["workflow.yaml", "jamjet.toml", "replies.yaml", "README.md"]) });
});

it("names the nearest command or option for wrong usage", async () => {
  expect(await jamjet(["validat", "x.yaml"])).toMatchObject({ code: 2, out: "", err: "error: unknown command 'validat'\n(Did you mean validate?)\n" });
  expect(await jamjet(["validate", "--jsn", "x.yaml"])).toMatchObject({ code: 2, err: "error: unknown option '--jsn'\n(Did you mean --json?)\n" });
  expect((await jamjet(["validate"])).err).toBe("error: missing required argument 'files'\n");
  expect((await jamjet(["compile", "a", "b"])).err).toContain("too many arguments");
  expect((await jamjet(["run", "a.yaml", "--timeout", "soon"])).err).toBe("error: 'soon' is not a duration\nhelp: write --timeout 30s, 5m or 48h\n");
  const bare = await jamjet([]);
  expect(bare).toMatchObject({ code: 2, out: "" });
  expect(bare.err).toContain("Usage: jamjet");
});

it("says of commands that come later that they do, and what to use instead", async () => {
  expect(await jamjet(["dev"])).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^error: this version has no 'jamjet dev' yet\nhelp: .*'jamjet run <file>'/) });
  const line = "eval run evals/dataset.jsonl --workflow research-agent --fail-under 0.9".split(" ");
  expect(await jamjet(line)).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^error: this version has no 'jamjet eval run' yet\nhelp: .*an 'eval' node/) });
  expect(JSON.parse((await jamjet([...line, "--json"])).out)).toMatchObject({ error: { message: "this version has no 'jamjet eval run' yet" } });
});

it("answers for help and version on standard output", async () => {
  expect(await jamjet(["--version"])).toMatchObject({ code: 0, out: `${packageJson.version}\n`, err: "" });
  const help = await jamjet(["--help"]);
  expect(help).toMatchObject({ code: 0, err: "" });
  for (const { name } of commands) expect(help.out).toContain(`  ${name.split(" ")[0]} `);
  expect((await jamjet(["help", "run"])).out).toBe((await jamjet(["run", "--help"])).out);
});

it("says for every command what it takes, its exit codes and an example of it", async () => {
  for (const { name, examples } of commands) {
    const { out, code } = await jamjet([...name.split(" "), "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--json");
    expect(out).toContain("Exit codes:\n  0   all is well\n");
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(example).toContain(`jamjet ${name}`);
    expect(Math.max(...out.split("\n").filter((line) => !line.includes("jamjet ")).map((line) => line.length))).toBeLessThanOrEqual(80);
  }
});

it("reads the input of a run as JSON, and says what is wrong with it before anything starts", async () => {
  const files = { "greet.yaml": valid, "input.json": '{"name": ', "list.json": "[1]" };
  const why = async (input: string): Promise<string> => {
    const said = await jamjet(["run", "greet.yaml", "--input", input], { files });
    expect(said).toMatchObject({ code: 2, out: "" });
    return said.err.split("\n")[0] ?? "";
  };
  expect(await why("{name: x}")).toMatch(/^error: --input is no JSON: /);
  expect(await why("[1]")).toBe("error: --input is no JSON object");
  expect(await why("@input.json")).toMatch(/^error: 'input\.json' is no JSON: /);
  expect(await why("@list.json")).toBe("error: 'list.json' is no JSON object");
  expect(await why("@none.json")).toBe("error: cannot read 'none.json': there is no such file");
});

it("points at what is wrong in a replies file", async () => {
  const files = { "greet.yaml": valid, "typo.yaml": "- node: a\n  txt: hi\n", "broken.yaml": "- node: 'a\n" };
  const typo = await jamjet(["run", "greet.yaml", "--replies", "typo.yaml"], { files });
  expect(typo.code).toBe(2);
  expect(typo.err).toMatch(/^error: unknown key 'txt'\n --> typo\.yaml:2:3\n/);
  const broken = await jamjet(["run", "greet.yaml", "--replies", "broken.yaml"], { files });
  expect(broken.code).toBe(2);
  expect(broken.err).toContain("--> broken.yaml:1:");
});

it("answers wrong usage as data too, where data is asked for", async () => {
  const said = await jamjet(["nosuch", "--json"]);
  expect(said).toMatchObject({ code: 2, err: "" });
  expect(JSON.parse(said.out)).toMatchObject({ error: { message: expect.stringContaining("unknown command 'nosuch'") } });
  expect(JSON.parse((await jamjet(["validate", "--nope", "--json"])).out)).toMatchObject({ error: { message: expect.stringContaining("--nope") } });
});

it("makes no folder for a program, and takes no time limit of nothing", async () => {
  const files = { "greet.yaml": valid };
  expect(await jamjet(["compile", "greet.yaml", "-o", "out/greet.json"], { files })).toMatchObject({ code: 2, out: "", err: "error: cannot write 'out/greet.json': there is no folder 'out'\nhelp: make it first: mkdir -p out\n" });
  expect(await jamjet(["run", "greet.yaml", "--timeout", "0s"], { files })).toMatchObject({ code: 2, err: "error: '--timeout 0s' leaves no time at all\nhelp: write --timeout 30s, 5m or 48h\n" });
});

it("checks a prompt by itself, and says what it reads", async () => {
  const check = (text: string): ReturnType<typeof jamjet> => jamjet(["validate", "prompts/ask.md"], { files: { "prompts/ask.md": text } });
  expect(await check("# Ask\n\n{{ state.topic | upper }}, {{ state.tone }}: {{ state.topic }}\n")).toMatchObject({ code: 0, out: "Valid. prompt, reads state.topic, state.tone\n" });
  expect(await check("yes: no\n- a\n")).toMatchObject({ code: 0, out: "Valid. prompt, reads nothing of the state\n" });
  const wrong = await check("Hi,\n{{ stat.name | uper }} {{ env.MAIL_TOKEN }}\n{% if state.a %}\n");
  expect(wrong.code).toBe(1);
  expect([...wrong.out.matchAll(/^error\[(JJ\d+)\].*\n +--> (.+)$/gm)].map(([, code, at]) => `${code} ${at}`)).toEqual(["JJ2004 prompts/ask.md:2:4", "JJ3102 prompts/ask.md:2:16", "JJ6014 prompts/ask.md:2:27", "JJ3104 prompts/ask.md:3:1"]);
  expect((await jamjet(["run", "prompts/ask.md"], { files: { "prompts/ask.md": "Hi" } })).err).toContain("'prompts/ask.md' is a prompt");
});
