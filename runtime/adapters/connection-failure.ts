import type { Failure, FailureCode } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";

/** What an error of a socket, a name look-up or TLS means; `undefined` for an error that is none of them. */
export function connectionFailure(error: unknown, peer: string): Failure | undefined {
  for (const each of causes(error)) {
    const meaning = meaningOf(each);
    if (meaning === undefined) continue;
    const { code, says, ...extras } = meaning;
    return failure(code, `${peer}: ${says}`, extras);
  }
  return undefined;
}

interface Meaning {
  readonly code: FailureCode;
  readonly says: string;
  readonly retryable?: boolean;
  readonly unsent?: true;
}

const meanings: { readonly [code: string]: Meaning } = {
  ECONNRESET: { code: "connection_reset", says: "the connection was closed in the middle" },
  EPIPE: { code: "connection_reset", says: "the connection was closed in the middle" },
  ERR_STREAM_PREMATURE_CLOSE: { code: "connection_reset", says: "the connection was closed in the middle" },
  UND_ERR_SOCKET: { code: "connection_reset", says: "the connection was closed in the middle" },
  ECONNREFUSED: { code: "io_error", says: "nothing listens there (connection refused)", unsent: true },
  ENOTFOUND: { code: "io_error", says: "no such host", unsent: true },
  EAI_AGAIN: { code: "io_error", says: "the name could not be looked up", unsent: true },
  EHOSTUNREACH: { code: "io_error", says: "the host cannot be reached", unsent: true },
  ENETUNREACH: { code: "io_error", says: "the network cannot be reached", unsent: true },
  EADDRNOTAVAIL: { code: "io_error", says: "the address cannot be reached", unsent: true },
  ETIMEDOUT: { code: "timeout", says: "no answer in time" },
  UND_ERR_CONNECT_TIMEOUT: { code: "timeout", says: "no connection in time", unsent: true },
  UND_ERR_HEADERS_TIMEOUT: { code: "timeout", says: "no answer in time" },
  UND_ERR_BODY_TIMEOUT: { code: "timeout", says: "the answer stopped coming" },
  UND_ERR_HEADERS_OVERFLOW: { code: "output_limit", says: "the answer's headers are too large" },
  HPE_HEADER_OVERFLOW: { code: "output_limit", says: "the answer's headers are too large" },
};

function meaningOf(error: Error): Meaning | undefined {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (Object.hasOwn(meanings, code)) return meanings[code];
  if (/^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_)/.test(code)) return { code: "io_error", says: `its certificate or TLS is refused (${code})`, retryable: false, unsent: true };
  // What breaks HTTP has no code in undici, but for its name.
  if (error.name === "HTTPParserError") return { code: "io_error", says: "the answer is garbled (no HTTP)" };
  if (/^(?:HPE_|Z_|ERR__ERROR_FORMAT|UND_ERR_RES_CONTENT_LENGTH)/.test(code)) return { code: "io_error", says: `the answer is garbled (${code})` };
  return undefined;
}

/** The error, what it wraps, and what several attempts to connect each said. */
function causes(error: unknown, depth = 0): readonly Error[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner.flatMap((each) => causes(each, depth + 1))];
}
