import { main } from "./main.ts";
import { nodeIo } from "./node-io.ts";

// The exit code is only noted, so that what is still being written gets out.
void main(process.argv.slice(2), nodeIo()).then((code) => {
  process.exitCode = code;
});
