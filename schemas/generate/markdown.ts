/** One page of the reference: where it goes, relative to `docs/reference/`, and its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A page with a title and blocks of Markdown; empty blocks are left out. */
export function page(path: string, title: string, blocks: readonly string[]): Page {
  const note = "<!-- Made by `npm run gen`; edit the declaration it comes from. -->";
  return { path, text: `${[note, `# ${title}`, ...blocks.filter((block) => block !== "")].join("\n\n")}\n` };
}

/** A table; nothing if it has no rows. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(heads), `|${heads.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

/** Text as code; backticks inside it are kept. */
export function code(text: string): string {
  const fence = text.includes("`") ? "``" : "`";
  return text.startsWith("`") || text.endsWith("`") ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A fenced block. */
export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A bullet list of links to pages, each with a sentence. */
export function links(entries: readonly { readonly text: string; readonly to: string; readonly doc: string }[]): string {
  return entries.map(({ text, to, doc }) => `- [${text}](${to}): ${doc}`).join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
