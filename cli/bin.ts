import { main } from "./main.ts";
import { nodeIo } from "./node-io.ts";

/** Given by the loader: makes V8 prepare for more than a moment's work. */
declare const beforeLargeWork: () => void;
/** Given by the loader: writes the code caches now instead of at the end. */
declare const keepStart: () => void;

// The exit code is only noted, so that what is still being written gets out.
void main(process.argv.slice(2), nodeIo(beforeLargeWork, keepStart)).then((code) => {
  process.exitCode = code;
});
