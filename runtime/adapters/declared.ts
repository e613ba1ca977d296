import { mentionsIn, type Mention, type Place } from "../project/locate.ts";

/** A server or a model that a `jamjet.toml` names, within the quotes of its text if it has any. */
export interface ProjectName extends Place {
  readonly of: "server" | "model";
  readonly name: string;
  readonly role: "declare" | "read";
}

/** Every name of a server or a model in the text of a `jamjet.toml`, in its order; of a text that is hardly one, as many as can be told. */
export function projectNames(text: string): readonly ProjectName[] {
  return mentionsIn(text).flatMap((mention): readonly ProjectName[] => {
    const named = meaningOf(mention);
    const place = named === undefined ? undefined : wordOf(text, mention);
    return named === undefined || place === undefined ? [] : [{ ...named, ...place, name: text.slice(place.start, place.end) }];
  });
}

/** Where the text of a `jamjet.toml` declares a server or the alias of a model; undefined where it does not. */
export function declaredIn(text: string, of: "server" | "model", name: string): Place | undefined {
  const found = projectNames(text).find((each) => each.of === of && each.name === name && each.role === "declare");
  return found && { start: found.start, end: found.end };
}

function meaningOf({ path: [first, second, third, fourth, ...rest], part }: Mention): Pick<ProjectName, "of" | "role"> | undefined {
  if (part === "value" && first === "mcp" && second === "servers" && typeof third === "number" && fourth === "name" && rest.length === 0) return { of: "server", role: "declare" };
  if (part === "value" && first === "models" && third === "fallback" && typeof fourth === "number") return { of: "model", role: "read" };
  if (part === "value" || typeof second !== "string" || third !== undefined) return undefined;
  return first === "models" ? { of: "model", role: "declare" } : first === "model_prices" ? { of: "model", role: "read" } : undefined;
}

/** The bare word, where it is written on one line and without escapes. */
function wordOf(text: string, { start, end, part }: Mention): Place | undefined {
  const raw = text.slice(start, end);
  const quoted = /^(["'])([^"'\\\n]+)\1$/.exec(raw);
  if (quoted !== null) return { start: start + 1, end: end - 1 };
  return part === "key" && /^[\w-]+$/.test(raw) ? { start, end } : undefined;
}
