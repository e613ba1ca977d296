import { placeOf, type Place } from "../project/locate.ts";
import { parseProject } from "./project.ts";

/** Where the text of a `jamjet.toml` declares a server or the alias of a model; undefined where it does not, or cannot be read. */
export function declaredIn(text: string, of: "server" | "model", name: string): Place | undefined {
  const { mcp, models } = parseProject(text, "").project.settings;
  if (of === "model") return Object.hasOwn(models ?? {}, name) ? placeOf(text, ["models", name], "key") : undefined;
  const index = (mcp?.servers ?? []).findIndex((server) => server.name === name);
  return index === -1 ? undefined : placeOf(text, ["mcp", "servers", index, "name"], "value");
}
