// An MCP server that searches a folder of Markdown documents: `node library-server.mjs <folder>`.
// Ranking is BM25 over passages, the paragraphs of the documents, with headings counted into what stands below them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const folder = process.argv[2] ?? "documents";
const stopWords = new Set("a an and are as at be by can do does for from has have how if in is it its not of on or that the their then there they this to was what when where which who why will with you".split(" "));

/** Words in lower case, without the commonest ones; a plural counts as its singular. */
function wordsOf(text) {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => !stopWords.has(word)).map((word) => (word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word));
}

/** The paragraphs of one document, each with the title and the heading it stands under. */
function passagesOf(file) {
  let title = file;
  let heading = "";
  const passages = [];
  for (const block of readFileSync(join(folder, file), "utf8").split(/\n{2,}/)) {
    const text = block.trim().replace(/\s*\n\s*/g, " ");
    const mark = /^(#+) (.*)$/.exec(text);
    if (mark === null) passages.push({ file, title, heading, text });
    else if (mark[1] === "#") title = mark[2];
    else heading = mark[2];
  }
  return passages.filter(({ text }) => text !== "");
}

const passages = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .toSorted()
  .flatMap(passagesOf)
  .map((passage) => ({ ...passage, words: wordsOf(`${passage.title} ${passage.heading} ${passage.text}`) }));

const meanLength = passages.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, passages.length);
const holders = new Map();
for (const { words } of passages) for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);

/** Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009. */
function score({ words }, query) {
  const frequency = (word) => words.filter((each) => each === word).length;
  return query.reduce((sum, word) => {
    const holding = holders.get(word) ?? 0;
    const rarity = Math.log(1 + (passages.length - holding + 0.5) / (holding + 0.5));
    const often = frequency(word);
    return sum + (rarity * often * 2.2) / (often + 1.2 * (0.25 + (0.75 * words.length) / meanLength));
  }, 0);
}

function search(query, count) {
  const words = [...new Set(wordsOf(query))];
  return passages
    .map((passage) => ({ ...passage, score: score(passage, words) }))
    .filter((hit) => hit.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, count);
}

const server = new McpServer({ name: "library", version: "1.0.0" });

server.registerTool(
  "search_documents",
  {
    title: "Search the library",
    description: "Finds the passages that best answer a query, best first: one text item per passage.",
    inputSchema: { query: z.string().min(1).describe("What is looked for"), count: z.number().int().min(1).max(20).default(5).describe("How many passages at most") },
    annotations: { readOnlyHint: true, idempotentHint: true },
  },
  ({ query, count }) => ({
    content: search(query, count).map(({ file, title, heading, text }) => ({ type: "text", text: `[${file}] ${title}${heading === "" ? "" : `, ${heading}`}: ${text}` })),
  }),
);

await server.connect(new StdioServerTransport());
