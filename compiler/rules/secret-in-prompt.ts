import { looksSecret } from "../../schemas/secret-name.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { findAll } from "../source/find-all.ts";
import type { DecodedPart } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

/** Said wherever a text that others read holds a secret of the environment. */
export const secretInPrompt = diagnostic<{ name: string; place: string }>({
  code: "JJ6014",
  slug: "secret-in-prompt",
  severity: "error",
  message: (p) => `the secret 'env.${p.name}' must not stand in '${p.place}'`,
  help: () => "send it in 'headers', in the 'body' of a request or in the 'arguments' of a tool, or use a variable that is no secret and is not called like one",
  doc: `A prompt is read by a model and whoever runs it, a message by a person, and an address by every proxy and log on its way. A secret belongs
in a header, in the body of a request or in an argument of a tool. A variable counts as one if a word of its name says so: \`KEY\`, \`TOKEN\`,
\`SECRET\`, \`PASSWORD\`, \`CREDENTIALS\`, \`AUTH\`.

\`\`\`yaml
url: "https://api.example.com/orders?key={{ env.SHOP_API_KEY }}"     # bad
headers: {authorization: "Bearer {{ env.SHOP_API_KEY }}"}             # good
\`\`\``,
});

/** Templates hold secrets of the environment only where their field says that it takes them. */
export const secretInPromptRule: NodeRule = {
  of: "node",
  reports: [secretInPrompt],
  check: ({ sites }) =>
    findAll(sites, ({ site, reads }) => {
      if (site.as !== "template" || takesSecrets(site.part) || !reads.some(({ root }) => root === "env")) return [];
      const [place = ""] = site.path.split(".").filter((step) => !/^\d+$/.test(step)).slice(-1);
      return findAll(reads, ({ root, path: [name], start, end }) =>
        root === "env" && name !== undefined && looksSecret(name) ? [report(secretInPrompt, site.text.locate(start, end), { name, place })] : [],
      );
    }),
};

function takesSecrets({ field }: DecodedPart): boolean {
  return (field.shape === "template" || field.shape === "value") && field.secrets === "allowed";
}
