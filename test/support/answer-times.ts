import type { Answer } from "./every-request.ts";

/** How long answers took, request by request. */
export interface AnswerTimes {
  readonly note: (answers: readonly Answer[]) => void;
  /** One line for each request: how many, all of them together, half of them within, 99 of 100 within, the longest. */
  readonly lines: () => readonly string[];
}

export function answerTimes(): AnswerTimes {
  const taken = new Map<string, number[]>();
  return {
    note: (answers) => {
      for (const { request, ms } of answers) {
        const all = taken.get(request) ?? [];
        all.push(ms);
        taken.set(request, all);
      }
    },
    lines: () => [...taken].map(([request, all]) => {
      const sorted = Float64Array.from(all).sort();
      const within = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
      return `${request.padEnd(42)} ${String(sorted.length).padStart(8)}  sum ${(sorted.reduce((sum, ms) => sum + ms, 0) / 1_000).toFixed(1)} s  p50 ${within(0.5)} ms  p99 ${within(0.99)} ms  most ${within(1)} ms`;
    }),
  };
}
