import type { ScalarValue } from "./tree.ts";

/** What an unquoted scalar is in the core schema. Source: YAML 1.2.2, 10.3.2. */
export function resolvePlain(text: string): ScalarValue {
  if (!/^[-+.0-9~nNtTfF]/.test(text)) return text === "" ? null : text;
  if (/^(?:~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text) + 0;
  if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(text)) return Number(text);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? Number.NaN : text;
}

/** Two readings of one unquoted scalar. */
export interface TwoReadings {
  readonly here: string;
  readonly yaml11: string;
}

/** How loaders of YAML 1.1 read an unquoted scalar, where that differs. Source: yaml.org/type for YAML 1.1. */
export function differingReadings(text: string): TwoReadings | undefined {
  // `y` and `n` are booleans in the letter of YAML 1.1, and in no loader that anybody uses.
  if (/^(?:yes|Yes|YES|on|On|ON)$/.test(text)) return { here: "text", yaml11: "true" };
  if (/^(?:no|No|NO|off|Off|OFF)$/.test(text)) return { here: "text", yaml11: "false" };
  if (!/^[-+]?[0-9]/.test(text)) return undefined;
  if (/^[-+]?0[0-7]+$/.test(text)) return octal(text);
  const asText = (yaml11: string | number): TwoReadings => ({ here: "text", yaml11: `${yaml11}` });
  if (/^[-+]?[1-9][0-9]*(?::[0-5]?[0-9])+(?:\.[0-9]*)?$/.test(text)) return asText(sexagesimal(text));
  if (/^[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?$/.test(text)) return asText(text.replaceAll("_", ""));
  if (/^0b[01_]*[01]$/.test(text)) return asText(Number(text.replaceAll("_", "")));
  return undefined;
}

function octal(text: string): TwoReadings | undefined {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]/, "");
  const yaml11 = sign * Number.parseInt(digits, 8);
  const here = sign * Number(digits);
  return yaml11 === here ? undefined : { here: `${here}`, yaml11: `${yaml11}` };
}

function sexagesimal(text: string): number {
  const total = text.replace(/^[-+]/, "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return text.startsWith("-") ? -total : total;
}
