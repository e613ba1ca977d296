/** What one scorer said of an output. */
export interface ScorerVerdict {
  readonly scorer: string;
  readonly passed: boolean;
  readonly score: number;
  readonly message: string;
}

/** What the scorers of an eval said together: it passes when every scorer passes. */
export interface Verdict {
  readonly passed: boolean;
  readonly score: number;
  readonly scorers: readonly ScorerVerdict[];
}

/** What a node is told when an eval re-runs it: the scorers that did not pass, and why. */
export type Feedback = Pick<ScorerVerdict, "scorer" | "score" | "message">;
