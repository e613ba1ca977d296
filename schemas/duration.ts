const units: { readonly [unit: string]: number } = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const amount = "(\\d+(?:\\.\\d+)?)";
const shortForm = `(?:${amount}(?:ms|s|m|h|d))+`;
const isoForm = `P(?:${amount}D)?(?:T(?:${amount}H)?(?:${amount}M)?(?:${amount}S)?)?`;

const wholeShort = new RegExp(`^${shortForm}$`);
const wholeIso = new RegExp(`^${isoForm}$`);

/** What a duration looks like; one that has no digit but zeros is none. */
export const durationPattern = `^(?=[^1-9]*[1-9])(?:${shortForm}|${isoForm})$`.replaceAll("(\\d", "(?:\\d");

/** The longest duration a document may name: ten years, in milliseconds. */
export const longestDurationMs = 3_650 * 86_400_000;

/**
 * Milliseconds of `250ms`, `30s`, `5m`, `48h`, `2d`, combinations such as `1h30m`, and the day-and-time part of
 * ISO 8601 (`PT1H30M`, `P2D`); `undefined` for anything else, for zero-length text, and beyond ten years.
 */
export function parseDuration(text: string): number | undefined {
  const ms = text.startsWith("P") ? parseIso(text) : parseShort(text);
  return ms !== undefined && Number.isFinite(ms) && ms <= longestDurationMs ? Math.round(ms) : undefined;
}

function parseShort(text: string): number | undefined {
  if (!wholeShort.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    total += Number(amount) * (units[unit as string] as number);
  }
  return total;
}

function parseIso(text: string): number | undefined {
  const match = wholeIso.exec(text);
  if (match === null || match.slice(1).every((part) => part === undefined)) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  return days * 86_400_000 + hours * 3_600_000 + minutes * 60_000 + seconds * 1_000;
}

/** `90000` as `1m30s`; the shortest exact spelling. */
export function formatDuration(ms: number): string {
  if (ms === 0) return "0s";
  let rest = Math.round(ms);
  let text = "";
  for (const unit of ["d", "h", "m", "s", "ms"] as const) {
    const amount = Math.floor(rest / (units[unit] as number));
    if (amount === 0) continue;
    rest -= amount * (units[unit] as number);
    text += `${amount}${unit}`;
  }
  return text;
}
