import type { Io, Sink } from "./io.ts";
import { type Colour, type Line, page } from "./render/page.ts";

/** Says something beside the result: progress, or findings that do not stop the command. */
export function tell(io: Io, lines: readonly Line[]): void {
  io.err.write(page(lines, colourOf(io.err, io)));
}

/** Colour is for terminals; `NO_COLOR` and `TERM=dumb` forbid it there, `FORCE_COLOR` asks for it elsewhere. */
export function colourOf(sink: Sink, io: Io): Colour {
  if ((io.env("NO_COLOR") ?? "") !== "") return "never";
  const forced = io.env("FORCE_COLOR");
  if (forced !== undefined) return forced === "0" || forced === "false" ? "never" : "always";
  return sink.isTty && io.env("TERM") !== "dumb" ? "always" : "never";
}
