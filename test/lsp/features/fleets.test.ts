import { expect, it } from "vitest";
import { definitionsAt } from "../../../lsp/features/definition.ts";
import { linksIn } from "../../../lsp/features/document-links.ts";
import { highlightsAt } from "../../../lsp/features/highlight.ts";
import { renamesAt } from "../../../lsp/features/rename.ts";
import { at, withRanges } from "../../support/editor.ts";
import { around } from "../../support/workspace.ts";

const fleet = `version: 1
tools:
  lookup: {description: Finds things}
mcp:
  servers:
    files: {command: node}
agents:
  writer: {strategy: react, goal: Write, model: quick, tools: [lookup, files.read], uses: ["tool:lookup", 'mcp:files']}
  editor: {strategy: react, goal: Edit, model: quick, uses: [agent:writer]}
workflows:
  nightly: {file: flows/nightly.yaml, uses: [agent:writer]}
`;

function highlighted(place: string): readonly string[] {
  const { snapshot, offset } = at(fleet.replace(place.replace("$0", ""), place));
  return withRanges(snapshot, highlightsAt(snapshot, offset).map(({ range }) => range)).split("\n").filter((line) => line.includes("‹")).map((line) => line.trim().replace(/\{strategy.*?(?=tools|uses)/, "{… "));
}

it("marks the units, tools, servers and models of a fleet wherever it names them", () => {
  expect(highlighted("  $0writer:")).toEqual(["‹writer›: {… tools: [lookup, files.read], uses: [\"tool:lookup\", 'mcp:files']}", "editor: {… uses: [agent:‹writer›]}", "nightly: {file: flows/nightly.yaml, uses: [agent:‹writer›]}"]);
  expect(highlighted("[loo$0kup")).toEqual(["‹lookup›: {description: Finds things}", "writer: {… tools: [‹lookup›, files.read], uses: [\"tool:‹lookup›\", 'mcp:files']}"]);
  expect(highlighted("fil$0es.read")).toEqual(["‹files›: {command: node}", "writer: {… tools: [lookup, ‹files›.read], uses: [\"tool:lookup\", 'mcp:‹files›']}"]);
});

it("leads to what a fleet declares, and to its files", () => {
  const { snapshot, offset, library, show } = around({ "fleet.yaml": fleet.replace("mcp:files", "mcp:fi$0les") });
  expect(show(definitionsAt(snapshot, offset, library, "utf-16"))).toEqual({ "fleet.yaml": "‹files›: {command: node}" });
  expect(linksIn(snapshot)).toMatchObject([{ target: "file:///flows/flows/nightly.yaml" }]);
});

it("renames units of a fleet, and refuses what is none of theirs to name", () => {
  const renamed = (place: string, next: string): unknown => {
    const { snapshot, offset, library, edited } = around({ "fleet.yaml": fleet.replace(place.replace("$0", ""), place) });
    const answer = renamesAt(snapshot, offset, next, library);
    return answer === undefined || "refusal" in answer ? answer?.refusal : edited(answer.value.edits)["fleet.yaml"];
  };
  expect(renamed("  wri$0ter:", "author")).toBe(fleet.replaceAll("writer", "author"));
  expect(renamed("tool:loo$0kup", "find")).toBe(fleet.replaceAll("lookup", "find"));
  expect(renamed("  wri$0ter:", "editor")).toBe("'editor' is taken already");
  expect(renamed("  wri$0ter:", "Big One")).toBe("'Big One' must begin with a small letter or digit and hold only small letters, digits, '-' and '_', at most 128");
  expect(renamed("model: qui$0ck", "slow")).toBe("nothing declares 'quick'");
});
