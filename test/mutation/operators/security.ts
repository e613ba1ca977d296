import { addition, misspelt, mutant, present, removal, type Mutant, type Operator } from "../mutant.ts";
import type { Entry, NodePart, Subject } from "../subject.ts";

/** A node of a kind, with its first key, above which more may be written. */
function ofKind({ nodes }: Subject, kind: string): readonly { readonly node: NodePart; readonly first: Entry }[] {
  return nodes.filter((node) => node.kind === kind).flatMap((node) => present([[...node.keys.values()][0]]).map((first) => ({ node, first })));
}

/** Where the header's own keys may be written, above `start`. */
function headerKey(subject: Subject): Entry | undefined {
  return subject.entries.find(({ path }) => path.join(".") === "workflow.start");
}

/** A key that keeps what a model of the document answers in its own words, and a node behind that model. */
function modelWords({ nodes, state }: Subject): readonly { readonly key: string; readonly next: NodePart }[] {
  return nodes.filter(({ kind, keys }) => kind === "model" && !keys.has("output_schema") && !keys.has("on_error")).flatMap(({ keys }) => {
    const key = keys.get("output_key")?.scalar;
    const next = nodes.find(({ id }) => id === keys.get("next")?.scalar);
    return key === undefined || next === undefined || state.get(key)?.scalar !== "str" ? [] : [{ key, next }];
  });
}

export const securityOperators: readonly Operator[] = [
  {
    name: "hard-coded-secret",
    wrong: "a key of a service stands in the document",
    mutants: (subject) => ofKind(subject, "http").filter(({ node }) => !node.keys.has("headers")).flatMap(({ first }) => ["sk-ant-api03-Ab3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5hJ7kL9mN1pQ3sT5vW7yZ-Ab3dE5gH7jK9mN1pQ3sT5vW7yZ-aB4cD6", "ghp_Ab3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5"].flatMap((secret) => present([addition(first, [`headers: {Authorization: "Bearer ${secret}"}`], subject.text)]).map((edit) => mutant(subject, [{ ...edit, token: secret }])))),
  },
  {
    name: "secret-in-prompt",
    wrong: "a secret of the environment is sent to a model",
    mutants: (subject) => ofKind(subject, "model").filter(({ node }) => !node.keys.has("system")).flatMap(({ first }) => present([addition(first, ['system: "The key is {{ env.STRIPE_API_KEY }}."'], subject.text)]).map((edit) => mutant(subject, [{ ...edit, token: "env.STRIPE_API_KEY" }]))),
  },
  {
    name: "secret-in-condition",
    wrong: "a secret would be recorded with what a condition read",
    mutants: (subject) => subject.codes.filter(({ of }) => of === "condition").map((code) => {
      const at = { start: code.at.start + code.bare.trimEnd().length, end: code.at.start + code.bare.trimEnd().length };
      return mutant(subject, [{ at, text: " and env.STRIPE_API_KEY != env.HOME", token: "env.STRIPE_API_KEY" }]);
    }),
  },
  {
    name: "tainted-url",
    wrong: "a model decides on the host that a request goes to",
    mutants: (subject) => modelWords(subject).filter(({ next }) => next.kind === "http").flatMap(({ key, next }) => present([next.keys.get("url")]).map(({ valueAt }) => mutant(subject, [{ at: valueAt, text: `"https://{{ state.${key} }}/x"`, token: `state.${key}` }]))),
  },
  {
    name: "tainted-system",
    wrong: "a model's words become another model's orders",
    mutants: (subject) => modelWords(subject).filter(({ next }) => next.kind === "model").flatMap(({ key, next }) => {
      const text = `"Do as it says: {{ state.${key} }}"`;
      const system = next.keys.get("system");
      const first = [...next.keys.values()][0];
      if (system !== undefined) return [mutant(subject, [{ at: system.valueAt, text: subject.text[system.valueAt.end - 1] === "\n" ? `${text}\n` : text, token: `state.${key}` }])];
      return present([first === undefined ? undefined : addition(first, [`system: ${text}`], subject.text)]).map((edit) => mutant(subject, [{ ...edit, token: `state.${key}` }]));
    }),
  },
  {
    name: "retry-of-post",
    wrong: "a request that writes is sent again, and nothing tells the second from a new one",
    mutants: (subject) => ofKind(subject, "http").filter(({ node: { keys } }) => keys.get("method")?.scalar === "POST" && !keys.has("idempotency_key")).flatMap(({ node: { keys }, first }) => {
      const effect = keys.get("effect");
      const retry = keys.get("retry");
      if (effect !== undefined && effect.scalar !== "idempotent") return [];
      const edits = present([effect === undefined ? undefined : removal(effect, subject.text), retry === undefined ? addition(first, ["retry: {max_attempts: 3}"], subject.text) : undefined]);
      return edits.length === 0 ? [] : [retry === undefined ? mutant(subject, edits.map((edit) => (edit.text === "" ? edit : { ...edit, token: "{max_attempts: 3}" }))) : mutant(subject, edits, [retry.valueAt])];
    }),
  },
  {
    name: "tool-blocked",
    wrong: "a policy of the document blocks a tool that it calls",
    mutants: (subject) => ofKind(subject, "tool").flatMap(({ node }) => {
      const header = headerKey(subject);
      const tool = node.keys.get("tool");
      if (header === undefined || tool?.scalar === undefined || subject.entries.some(({ key, path }) => key === "policy" && path.length < 3)) return [];
      return present([addition(header, [`policy: {blocked_tools: ["${tool.scalar}"]}`], subject.text)]).map((edit) => mutant(subject, [edit], [tool.valueAt]));
    }),
  },
  {
    name: "model-not-allowed",
    wrong: "a policy of the document allows other models than the one that it names",
    mutants: (subject) => ofKind(subject, "model").flatMap(({ node }) => {
      const header = headerKey(subject);
      const model = node.keys.get("model");
      if (header === undefined || model === undefined || subject.entries.some(({ key, path }) => key === "policy" && path.length < 3)) return [];
      return present([addition(header, ['policy: {model_allowlist: ["local/*"]}'], subject.text)]).map((edit) => mutant(subject, [edit], [model.valueAt]));
    }),
  },
  {
    name: "scope-widened",
    wrong: "a node requires a scope that the workflow does not ask for",
    mutants: (subject) => ofKind(subject, "http").flatMap(({ node, first }) => {
      const header = headerKey(subject);
      if (header === undefined || subject.text.includes("oauth")) return [];
      const oauth = addition(header, ['oauth: {token_endpoint: "https://id.example.com/token", grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", client_id: "${CLIENT_ID}", client_secret: "${CLIENT_SECRET}", subject_token_source: header, requested_scopes: ["mail:read"]}'], subject.text);
      const scopes = node.keys.has("oauth_scopes") ? undefined : addition(first, ['oauth_scopes: {required_scopes: ["mail:read", "mail:send"]}'], subject.text);
      return oauth === undefined || scopes === undefined ? [] : [mutant(subject, [oauth, { ...scopes, token: "mail:send" }])];
    }),
  },
  {
    name: "scope-too-broad",
    wrong: "the workflow asks for a scope that no node requires",
    mutants: (subject) => ofKind(subject, "http").slice(0, 1).flatMap(({ first }) => {
      const header = headerKey(subject);
      if (header === undefined || subject.text.includes("oauth")) return [];
      const oauth = addition(header, ['oauth: {token_endpoint: "https://id.example.com/token", grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", client_id: "${CLIENT_ID}", client_secret: "${CLIENT_SECRET}", subject_token_source: header, requested_scopes: ["mail:read", "mail:send"]}'], subject.text);
      const scopes = addition(first, ['oauth_scopes: {required_scopes: ["mail:read"]}'], subject.text);
      return oauth === undefined || scopes === undefined ? [] : [mutant(subject, [{ ...oauth, token: "mail:send" }, scopes])];
    }),
  },
  {
    name: "pii-path-typo",
    wrong: "the state has nothing at the path that is to be kept from others",
    mutants: (subject) => [...subject.state.keys()].slice(0, 2).flatMap((key) => {
      const header = headerKey(subject);
      const path = `$.${misspelt(key, subject.state.keys())}`;
      if (header === undefined || subject.text.includes("data_policy")) return [];
      return present([addition(header, [`data_policy: {pii_fields: ["${path}"]}`], subject.text)]).map((edit) => mutant(subject, [{ ...edit, token: path }]));
    }),
  },
  {
    name: "plain-http",
    wrong: "what authorizes a request crosses the network in plain text",
    mutants: (subject) => ofKind(subject, "http").filter(({ node }) => !node.keys.has("headers") && node.keys.has("url")).flatMap(({ node, first }) => {
      const url = node.keys.get("url");
      const edit = addition(first, ['headers: {Authorization: "Bearer {{ env.API_TOKEN }}"}'], subject.text);
      return url === undefined || edit === undefined ? [] : [mutant(subject, [{ at: url.valueAt, text: "http://api.example.com/things" }, edit], undefined)].map(({ text }) => {
        const start = text.indexOf("http://api.example.com/things");
        return { text, tokens: [{ start, end: start + 7 }] };
      });
    }),
  },
  { name: "budget-of-nothing", wrong: "a budget is more than nothing", mutants: (subject) => present([headerKey(subject)]).filter(() => !subject.text.includes("cost_budget_usd")).flatMap((header) => present([addition(header, ["cost_budget_usd: -1"], subject.text)]).map((edit) => mutant(subject, [{ ...edit, token: "-1" }]))) },
  { name: "budget-handler-typo", wrong: "nobody has the name that a spent budget leads to", mutants: (subject) => present([headerKey(subject)]).filter(() => !subject.text.includes("on_budget_exceeded")).flatMap((header) => present([addition(header, ["on_budget_exceeded: nobody-here"], subject.text)]).map((edit) => mutant(subject, [{ ...edit, token: "nobody-here" }]))) },
  { name: "output-read-too-early", wrong: "a request knows nothing of its own output", mutants: (subject) => subject.nodes.filter(({ kind }) => kind === "http").flatMap(({ keys }) => present([keys.get("url")]).map(({ valueAt }) => mutant(subject, [{ at: valueAt, text: '"https://example.com/{{ event.name }}"', token: "event" }]))) },
  { name: "retry-of-nothing", wrong: "a node is tried at least once", mutants: (subject) => replacedRetries(subject, "{max_attempts: 0}", "0") },
  { name: "backoff-typo", wrong: "delays grow in one of three ways, and this is none", mutants: (subject) => replacedRetries(subject, "{max_attempts: 2, backoff: linaer}", "linaer") },
];

/** Activities that are tried in another way, whether or not they were tried again before. */
function replacedRetries(subject: Subject, text: string, token: string): readonly Mutant[] {
  return subject.nodes.flatMap(({ keys, kind }) => {
    const retry = keys.get("retry");
    if (retry !== undefined) return retry.scalar === undefined ? [] : [mutant(subject, [{ at: retry.valueAt, text, token }])];
    const first = [...keys.values()][0];
    const edit = first === undefined || !["model", "http", "tool"].includes(kind) ? undefined : addition(first, [`retry: ${text}`], subject.text);
    return edit === undefined ? [] : [mutant(subject, [{ ...edit, token }])];
  });
}
