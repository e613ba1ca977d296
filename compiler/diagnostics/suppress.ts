import { diagnostic } from "./define.ts";

/** Why a comment that ignores a diagnostic does not. */
export type UselessIgnore = "nothing" | "error" | "unknown" | "empty";

const words: { readonly [U in UselessIgnore]: { readonly message: (name: string) => string; readonly help: (near: string) => string } } = {
  nothing: { message: (name) => `nothing here is '${name}': the comment ignores nothing`, help: () => "delete it, or move it above the line that it is meant for" },
  error: { message: (name) => `'${name}' is an error here, and no comment makes less of it`, help: () => "mend what it points at, and delete the comment" },
  unknown: { message: (name) => `no diagnostic is called '${name}'`, help: (near) => (near === "" ? "write the code that stands in the first line of the finding" : `did you mean '${near}'?`) },
  empty: { message: () => "the comment does not say what it ignores", help: () => "name the code: '# jamjet-ignore JJ4001: why'" },
};

export const unusedSuppression = diagnostic({
  code: "JJ8005",
  slug: "unused-suppression",
  severity: "warning",
  tag: "unnecessary",
  message: (p: { why: UselessIgnore; name: string; near: string }) => words[p.why].message(p.name),
  help: (p) => words[p.why].help(p.near),
  doc: `\`# jamjet-ignore <code or name>: <reason>\` takes back a warning on its own line, or on the next one where it stands alone;
what is found inside of a text over several lines counts as found at the text's key, too. A comment that ignores nothing was left behind
when something was mended, or never did what it seems to do. It would hide the next finding of that code.

An error cannot be ignored: the document has no meaning there, or every run fails.

\`\`\`yaml
  # jamjet-ignore JJ4001: reached by hand, while we try it
  draft: {type: end}
\`\`\``,
});

export const suppressionWithoutReason = diagnostic({
  code: "JJ8006",
  slug: "suppression-without-reason",
  severity: "hint",
  message: () => "the comment does not say why",
  help: () => "add the reason behind a colon: '# jamjet-ignore JJ4001: why'",
  doc: "Whoever reads a comment that takes back a warning has to know whether the reason still holds.",
});
