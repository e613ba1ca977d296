import { catalogue } from "../../compiler/index.ts";
import { camel, refuse, scaffold, template, withImport } from "./scaffold.ts";

/** `npm run new:rule <code> <slug>`: a rule, its place in the list and its fixture; the tests say what is left to write. */
const [code, slug] = process.argv.slice(2);
if (code === undefined || slug === undefined) refuse("usage: npm run new:rule <code> <slug>, such as JJ4099 lonely-node");
if (!/^JJ\d{4}$/.test(code)) refuse(`'${code}' is no code: JJ and four digits`);
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug)) refuse(`'${slug}' is no slug: small letters, digits and -`);
const taken = catalogue.find((spec) => spec.code === code || spec.slug === slug);
if (taken !== undefined) refuse(`${taken.code} ${taken.slug} exists already; codes and slugs are never reused`);

const name = camel(slug);
const words = { code, slug, name };
const written = scaffold(process.cwd(), [
  { file: `compiler/rules/${slug}.ts`, text: template("rule.ts", words) },
  { file: `test/diagnostics/${code}-${slug}/plain.yaml`, text: template("fixture.yaml", words) },
  { file: "compiler/rules/index.ts", edit: (text) => withImport(text, `import { ${name}Rule } from "./${slug}.ts";`).replace(/(rules: readonly Rule\[\] = \[\n(?: {2}\w+,\n)*)/, `$1  ${name}Rule,\n`) },
]);
process.stdout.write(`${written.join("\n")}\n\nnext: write the rule, then 'UPDATE=1 npm test' and read the new frame as an author would\n`);
