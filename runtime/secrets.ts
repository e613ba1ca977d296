import { looksSecret } from "../schemas/secret-name.ts";
import type { Ports } from "./ports.ts";

/** Whether the value of an environment variable must never be recorded: by its name, or because the project says so. */
export function isSecret({ secrets }: Ports, name: string): boolean {
  return looksSecret(name) || secrets.includes(name);
}
