import { camel, kebab, refuse, scaffold, template, withImport } from "./scaffold.ts";

/** `npm run new:kind <kind>`: everything that a new activity kind owes, under one name; `tsc` and the tests say what is left to write. */
const kind = process.argv[2] ?? refuse("usage: npm run new:kind <kind>, such as send_mail");
if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(kind)) refuse(`'${kind}' is no name of a kind: small letters, digits and _`);

const file = kebab(kind);
const name = camel(kind);
const title = kind.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase());
const words = { kind, file, name, title };
const line = `import { ${name} } from "./${file}.ts";`;

const entry = name === kind ? name : `${kind}: ${name}`;
const written = scaffold(process.cwd(), [
  { file: `schemas/nodes/${file}.ts`, text: template("spec.ts", words) },
  { file: `runtime/activities/${file}.ts`, text: template("activity.ts", words) },
  { file: `examples/nodes/${kind}/workflow.yaml`, text: template("workflow.yaml", words) },
  { file: `examples/nodes/${kind}/replies.yaml`, text: "[]\n" },
  { file: `test/runtime/activities/${file}.test.ts`, text: template("activity.test.ts", words) },
  { file: "schemas/nodes/index.ts", edit: (text) => withImport(text, line).replace(/byKind\((\w[^)]*)\);/, (_, list: string) => `byKind(${list}, ${name});`) },
  { file: "runtime/activities/names.ts", edit: (text) => text.replace("\n} satisfies", `\n  ${kind}: () => ({ what: "tool", names: ["${kind}"] }),\n} satisfies`) },
  { file: "runtime/activities/index.ts", edit: (text) => withImport(text, line).replace(/activities = \{ ([^}]*) \}/, (_, list: string) => `activities = { ${list}, ${entry} }`) },
]);
process.stdout.write(`${written.join("\n")}\n\nnext: write the spec, then 'npm run gen' and 'npm run check'\n`);
