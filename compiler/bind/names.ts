import { retryPresets } from "../../schemas/common-fields.ts";
import { retryClasses, failures } from "../../schemas/failure.ts";
import type { NameSpace } from "../../schemas/field.ts";
import { namedProvider, providerOfFamily } from "../../schemas/model-name.ts";
import { nearest } from "../../schemas/nearest.ts";
import { unknownErrorClass, unknownModel, unknownRetryPolicy, unknownServer, unknownTool, unverifiedServer } from "../diagnostics/bind.ts";
import { report, type Diagnostic, type Fix } from "../diagnostics/define.ts";
import { guessAmong } from "../syntax/guess.ts";
import { memberOf, type Members, type PartOf } from "../syntax/part.ts";
import type { ProjectView } from "./bound.ts";

/** Checks a name that refers to something beyond nodes and state, in a node that names `server`; undefined if there is nothing to say. */
export type NameCheck = (part: PartOf<"name">, server: string | undefined) => Diagnostic | undefined;

export function nameCheck(header: Members, project: ProjectView): NameCheck {
  const policies = memberOf(header, "retry_policies", "map");
  const isPoliciesKnown = header["retry_policies"] === undefined || policies !== undefined;
  const policyNames = [...(policies?.entries ?? []).map((entry) => entry.key.value), ...Object.keys(retryPresets)];
  const guessServer = guessAmong(project.servers ?? []);
  const isPolicy = new Set(policyNames);
  const guessPolicy = guessAmong(policyNames);
  const serverProblem = (part: PartOf<"name">, server: string, rest: string): Diagnostic | undefined => {
    if (project.servers?.includes(server) === true) return project.lock === undefined || project.lock.has(server) ? undefined : report(unverifiedServer, part.span, { name: server });
    const known = project.servers ?? [];
    const near = guessServer(server);
    const hasProject = project.servers !== undefined && project.isWithoutFile !== true;
    return report(unknownServer, part.span, { name: server, nearest: near, known, hasProject }, { fixes: renameTo(part, near === undefined ? near : near + rest), ...(hasProject ? {} : { severity: "warning" }) });
  };
  const toolProblem = (part: PartOf<"name">, server: string, name: string): Diagnostic | undefined => {
    const locked = project.servers?.includes(server) === true ? project.lock?.get(server) : undefined;
    if (locked === undefined || locked.has(name)) return undefined;
    const near = nearest(name, [...locked.keys()]);
    const written = near === undefined || part.value === name ? near : `${server}.${near}`;
    return report(unknownTool, part.span, { name, server, nearest: near }, { fixes: renameTo(part, written) });
  };
  const offeredTool: NameCheck = (part) => {
    const dot = part.value.indexOf(".");
    if (dot < 1 || dot === part.value.length - 1) return report(unknownTool, part.span, { name: part.value, servers: project.servers ?? [] });
    const server = part.value.slice(0, dot);
    return serverProblem(part, server, part.value.slice(dot)) ?? toolProblem(part, server, part.value.slice(dot + 1));
  };
  const checks: { readonly [N in NameSpace]: NameCheck } = {
    server: (part) => serverProblem(part, part.value, ""),
    offeredTool,
    // One without a server is a function of the project, which nothing declares yet.
    agentTool: (part) => (part.value.includes(".") ? offeredTool(part, undefined) : undefined),
    retryPolicy: (part) => {
      if (!isPoliciesKnown || isPolicy.has(part.value)) return undefined;
      const near = guessPolicy(part.value);
      return report(unknownRetryPolicy, part.span, { name: part.value, nearest: near, known: Object.keys(retryPresets) }, { fixes: renameTo(part, near) });
    },
    failure: (part) => {
      if (/^[1-5]\d\d$/.test(part.value) || Object.hasOwn(failures, part.value)) return undefined;
      const near = nearest(part.value, retryClasses);
      return report(unknownErrorClass, part.span, { name: part.value, nearest: near, known: retryClasses }, { fixes: renameTo(part, near) });
    },
    tool: (part, server) => (server === undefined ? undefined : toolProblem(part, server, part.value)),
    model: ({ value, span }) => {
      // Which models a provider has is not known without asking; who would be asked is.
      if (project.models === undefined || project.models.includes(value) || namedProvider(value) !== undefined || providerOfFamily(value) !== undefined) return undefined;
      return report(unknownModel, span, { model: value, nearest: nearest(value, project.models) });
    },
  };
  return (part, server) => checks[part.field.of](part, server);
}

function renameTo(part: PartOf<"name">, near: string | undefined): readonly Fix[] {
  return near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe", edits: [{ span: part.span, text: near }] }];
}
