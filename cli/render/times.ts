import { formatDuration } from "../../schemas/duration.ts";

/** `2.31s`, `840ms`, `1m5s`: as precise as one cares for. */
export function took(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)}ms` : ms < 60_000 ? `${(ms / 1000).toFixed(2)}s` : formatDuration(Math.round(ms / 1000) * 1000);
}

/** `5m`, `2h`: how long ago, in the largest unit that fits. */
export function ago(ms: number): string {
  const unit = [86_400_000, 3_600_000, 60_000].find((each) => ms >= each) ?? 1000;
  return formatDuration(Math.max(0, Math.floor(ms / unit) * unit));
}
