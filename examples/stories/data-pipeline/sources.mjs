import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

/*
 * The sources of the pipeline, on this machine: orders, stock and exchange rates to read, alerts and reports to take.
 * `node sources.mjs 8787` serves them on that port.
 */

const orders = [
  { sku: "lamp", quantity: 2, price: 59.9, currency: "EUR" },
  { sku: "bulb", quantity: 12, price: 4.5, currency: "USD" },
  { sku: "shade", quantity: 1, price: 24, currency: "CHF" },
];

const answers = {
  "GET /orders": () => [200, orders],
  "GET /stock": () => [200, { lamp: 7, bulb: 10, shade: 3 }],
  "GET /rates/today": () => [404, { error: "not out yet" }],
  "GET /rates/latest": () => [200, { USD: 1.08, CHF: 0.96 }],
  "POST /alerts": ({ short }) => [202, { accepted: short.length }],
  "POST /reports": ({ day }) => [201, { id: `report-${day}` }],
};

/** A server that is not listening yet. What comes twice with one idempotency key is answered as it was. */
export function sources() {
  const taken = new Map();
  return createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      const answer = answers[`${request.method} ${new URL(request.url, "http://localhost").pathname}`] ?? (() => [404, { error: "no such source" }]);
      const key = request.headers["idempotency-key"] ?? {};
      if (!taken.has(key)) taken.set(key, answer(text === "" ? {} : JSON.parse(text)));
      const [status, body] = taken.get(key);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) sources().listen(Number(process.argv[2] ?? 8787), "127.0.0.1");
