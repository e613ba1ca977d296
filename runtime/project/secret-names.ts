import type { Json } from "../../schemas/json.ts";
import type { ProjectSettings } from "../../schemas/project.ts";
import { namesIn } from "./expand.ts";

/** The environment variables that a project declares as secrets: the keys of its models, and each `${NAME}` of its `jamjet.toml`. */
export function secretNames(settings: ProjectSettings): readonly string[] {
  const keys = Object.values(settings.models ?? {}).flatMap(({ api_key_env }) => api_key_env ?? []);
  // Settings are data as it was decoded; their type only lacks the index signature that would say so.
  return [...new Set([...keys, ...namesUsedIn(settings as unknown as Json)])];
}

/** The variables that settings, or a part of them, take as `${NAME}`, each once. */
export function namesUsedIn(part: Json): readonly string[] {
  return [...new Set(textsIn(part).flatMap(namesIn))];
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value as { readonly [key: string]: Json }).flatMap(textsIn) : [];
}
