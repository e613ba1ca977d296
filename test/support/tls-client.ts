// Asks each address of its words with our own client, and prints what came of it, a line each. In a process of its own,
// because an authority that a test trusts is named when Node starts.
import { createHttp } from "../../runtime/adapters/http.ts";

const http = createHttp(["localhost", "127.0.0.1"]);
for (const url of process.argv.slice(2)) {
  const answer = await http.send({ method: "GET", url, headers: {} }, new AbortController().signal);
  process.stdout.write(`${answer.ok ? `${answer.value.status} ${answer.value.text}` : `${answer.failure.code}${answer.failure.retryable ? "" : "!"}: ${answer.failure.message}`}\n`);
}
