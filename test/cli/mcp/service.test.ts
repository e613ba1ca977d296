import { Ajv2020 } from "ajv/dist/2020.js";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { agentService } from "../../../cli/mcp/service.ts";
import { nodeIo } from "../../../cli/node-io.ts";
import { filesIn, root, textOf } from "../../support/house.ts";

const service = agentService(nodeIo(() => {}));
const ajv = new Ajv2020({ strict: false, allErrors: true });
const fits = new Map(service.tools.map(({ name, outputSchema }) => [name, ajv.compile(outputSchema)]));
const documents = ["test/diagnostics", "examples"].flatMap(filesIn).filter((file) => /\.(?:yaml|md|toml)$/.test(file));

it("gives data that fits the schemas of its tools, whatever is wrong with a document", async () => {
  expect(documents.length).toBeGreaterThan(300);
  // Each of some hundred documents goes to one tool; all tools meet every kind of them.
  const names = ["validate", "fix", "graph", "inputs"];
  const wrong: string[] = [];
  const answered = new Set<string>();
  for (const [index, file] of documents.entries()) {
    const name = names[index % names.length] as string;
    const { texts, data } = await service.call(name, { text: textOf(file), uri: basename(file) }, [join(root, dirname(file))]);
    const check = data === undefined ? undefined : fits.get(name);
    if (check === undefined) wrong.push(...texts.filter((text) => text.includes("bug in jamjet")).map((text) => `${name} ${file}: ${text}`));
    else if (check(data)) answered.add(name);
    else wrong.push(`${name} ${file}: ${ajv.errorsText(check.errors)}`);
  }
  expect(wrong).toEqual([]);
  expect([...answered].sort()).toEqual(["fix", "graph", "inputs", "validate"]);
}, 120_000);
