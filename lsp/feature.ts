import type { ServerCapabilities } from "vscode-languageserver";
import type { ClientFacts, Session } from "./session.ts";

/** One thing that the server can do: what it says of it to a client, and the requests that it answers. */
export interface Feature {
  readonly capabilities: (client: ClientFacts) => ServerCapabilities;
  readonly serve: (session: Session) => void;
}
