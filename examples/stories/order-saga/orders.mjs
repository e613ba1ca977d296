import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

/*
 * A shop's back office, on this machine: reservations, charges, shipments and refunds. No carrier takes a parcel of more
 * than ten. `node orders.mjs 8788` serves it on that port.
 */

const answers = {
  "POST /reservations": ({ quantity }) => [201, { id: `r-${quantity}` }],
  "DELETE /reservations": () => [200, { released: true }],
  "POST /charges": ({ order }) => [201, { id: `c-${order}` }],
  "POST /shipments": ({ reservation }) => (Number(reservation.slice(2)) > 10 ? [409, { error: "no carrier takes so many" }] : [201, { id: "s-1" }]),
  "POST /refunds": ({ charge }) => [201, { id: `refund-of-${charge}` }],
};

/** A server that is not listening yet. What comes twice with one idempotency key is answered as it was. */
export function orders() {
  const taken = new Map();
  return createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      const [, name] = new URL(request.url, "http://localhost").pathname.split("/");
      const answer = answers[`${request.method} /${name}`] ?? (() => [404, { error: "no such thing" }]);
      const key = request.headers["idempotency-key"] ?? {};
      if (!taken.has(key)) taken.set(key, answer(text === "" ? {} : JSON.parse(text)));
      const [status, body] = taken.get(key);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) orders().listen(Number(process.argv[2] ?? 8788), "127.0.0.1");
