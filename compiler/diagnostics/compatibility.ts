import { diagnostic } from "./define.ts";

export const nodeRemoved = diagnostic({
  code: "JJ7001",
  slug: "node-removed-or-retyped",
  severity: "error",
  message: (p: { node: string; was: string; now: string | undefined }) => (p.now === undefined ? `executions that have been at '${p.node}' cannot go on: it is gone` : `executions that have been at '${p.node}' cannot go on: it was a ${p.was} node and is a ${p.now} node`),
  help: (p) => `keep '${p.node}' until no execution of the old version is under way, and give the new one another id`,
  doc: "The log of an execution names the nodes it came through. A program without one of them, or with one that works in another way, cannot read that log, so the execution cannot be moved to it.",
});

export const edgeBehindWait = diagnostic({
  code: "JJ7002",
  slug: "edge-changed-behind-wait",
  severity: "error",
  message: (p: { wait: string; target: string; key: string }) => `executions that wait at '${p.wait}' go on to '${p.target}', which reads '${p.key}'; nothing in the old version had set it by then`,
  help: (p) => `give '${p.key}' a default, or read it with 'default' or behind a test`,
  doc: "An execution that waits keeps the state it has. What the new version writes before the wait was never written there.",
});

export const stateNarrowed = diagnostic({
  code: "JJ7003",
  slug: "state-key-type-narrowed",
  severity: "error",
  message: (p: { key: string; was: string; now: string }) => `stored values of '${p.key}' may not fit: it was ${p.was} and is ${p.now}`,
  help: (p) => `widen the type to '${p.was} | ${p.now}', or store it under another key`,
  doc: "Executions under way hold values of the old type, and what the new version does with them was checked against the new one.",
});

export const eventRenamed = diagnostic({
  code: "JJ7004",
  slug: "event-renamed",
  severity: "error",
  message: (p: { wait: string; what: string; was: string; now: string }) => `executions that wait at '${p.wait}' are not found any more: the ${p.what} was ${p.was} and is ${p.now}`,
  help: () => "keep the old name, or wait for it at a node of its own beside the new one",
  doc: "Whoever was told to send an event sends the one they were told of. An execution that waits for it goes on only if the wait still takes it.",
});

export const orderChanged = diagnostic({
  code: "JJ7005",
  slug: "command-order-changed",
  severity: "warning",
  message: (p: { node: string; what: string }) => `histories diverge at '${p.node}': ${p.what}`,
  help: () => "finish the executions of the old version with the old version: each keeps its program",
  doc: "A replay takes each recorded decision again. Where the new program decides otherwise, a log of the old one does not replay under it.",
});

export const inputChanged = diagnostic({
  code: "JJ7006",
  slug: "input-changed",
  severity: "warning",
  message: (p: { key: string; change: "required" | "removed" | "narrowed" }) =>
    p.change === "required" ? `callers must give '${p.key}' now` : p.change === "removed" ? `callers that give '${p.key}' give something that is no input any more` : `what callers give as '${p.key}' may not fit its type any more`,
  help: (p) => (p.change === "required" ? `give '${p.key}' a default` : undefined),
  doc: "Whoever starts the workflow starts the new version with the input of the old one.",
});

export const outputRemoved = diagnostic({
  code: "JJ7007",
  slug: "output-removed",
  severity: "warning",
  message: (p: { key: string }) => `callers that read '${p.key}' of the result find nothing`,
  help: (p) => `keep writing '${p.key}', or give callers time to read another key`,
  doc: "The result of an execution is its state. A key that no node writes any more is missing from it.",
});

export const policyWidened = diagnostic({
  code: "JJ7008",
  slug: "scopes-or-policy-widened",
  severity: "warning",
  message: (p: { what: string; name: string }) => `${p.what}: '${p.name}'`,
  help: () => "have it reviewed by whoever answers for what the workflow may do",
  doc: "The new version may do what the old one could not: call a tool that was blocked, call without the approval of a person, use another model, or ask for more rights.",
});

export const versionNotBumped = diagnostic({
  code: "JJ7009",
  slug: "version-not-bumped",
  severity: "warning",
  message: (p: { version: string; was: string }) => `the version is ${p.version}, which promises whoever relies on ${p.was} that nothing breaks`,
  help: (p) => `raise it to ${p.version.startsWith("0.") ? `0.${Number(p.was.split(".")[1] ?? 0) + 1}.0` : `${Number(p.was.split(".")[0] ?? 0) + 1}.0.0`}`,
  doc: "By semantic versioning a change that breaks something has another major version, and below 1.0.0 another minor one.",
});
