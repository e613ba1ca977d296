import { flowFields, nextField, onTimeoutField, timeoutField } from "../common-fields.ts";
import { control, pureTraits } from "../node-spec.ts";
import { types } from "../type.ts";

export const wait = control({
  kind: "wait",
  title: "Wait",
  since: "0.1.0",
  needs: "wait",
  doc: "Suspends until an event arrives, a time comes, or either. Days and restarts do not matter.",
  fields: {
    ...flowFields,
    condition: { shape: "choice", options: ["timer", "external_event", "either"], optional: true, doc: "What ends the wait; inferred from the other keys when absent." },
    event: { shape: "text", optional: true, doc: "The event's name." },
    correlation_key: { shape: "template", optional: true, doc: "Only an event with this key ends the wait: `resume --correlation-key`." },
    timer: { shape: "duration", optional: true, doc: "Ends the wait after this long." },
    until: { shape: "template", optional: true, doc: "Ends the wait at this moment, in ISO 8601 with its zone, or a day, which begins at midnight UTC." },
    data: { shape: "map", keys: "identifier", optional: true, of: { shape: "type", as: "type", doc: "The type of a field." }, doc: "The event's payload: its fields and their types. They are merged into the state, as other keys of the state are; a field whose type takes `None` may be absent." },
    timeout: { ...timeoutField, doc: "How long to wait before `on_timeout`." },
    on_timeout: onTimeoutField,
    output_key: { shape: "stateKey", access: "write", optional: true, doc: "Stores the payload whole, instead of merging its keys into the state." },
    next: nextField,
  },
  groups: [{ rule: "some", keys: ["event", "timer", "until"] }, { rule: "at-most-one", keys: ["timer", "until"] }],
  traits: { ...pureTraits, durable: true, event: { field: "data", or: ["timer", "until"] }, result: { type: types.any }, author: "event" },
});
