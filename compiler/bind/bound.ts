import type { Json, JsonObject } from "../../schemas/json.ts";
import type { NodeSpec } from "../../schemas/node-spec.ts";
import type { ModelCost } from "../../schemas/prices.ts";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { Span } from "../../schemas/span.ts";
import type { ToolLock } from "../../schemas/tool-lock.ts";
import type { Type } from "../../schemas/type.ts";
import type { Severity } from "../diagnostics/define.ts";
import type { Limits } from "../syntax/limits.ts";
import type { NodeAst, WorkflowAst } from "../syntax/workflow.ts";
import type { DecodedPart, PartOf } from "../syntax/part.ts";
import type { ScalarText } from "../syntax/scalar-text.ts";
import type { FlowGraph } from "./graph.ts";
import type { PartPath } from "./visit.ts";
import type { Wiring } from "./wiring.ts";

/** A declared key of the state. */
export interface StateSymbol {
  readonly name: string;
  readonly type: Type;
  readonly schema?: JsonObject;
  readonly default?: Json;
  readonly span: Span;
}

/** A piece of the expression language in a node: a condition, or a text with `{{ }}`. */
export interface CodeSite {
  readonly as: "condition" | "value" | "template";
  readonly text: ScalarText;
  readonly path: PartPath;
  /** The part it belongs to: several templates may stand in one value. */
  readonly part: DecodedPart;
}

/** A state key that a node writes with its result. */
export interface WriteSite {
  readonly key: string;
  readonly span: Span;
  readonly path: PartPath;
  /** The field of the result that is written, where it is not written whole. */
  readonly field?: string;
}

/** A target that names a node, or one of its reserved words. */
export interface TargetSite {
  readonly part: PartOf<"target">;
  readonly path: PartPath;
  /** The node meant: undefined for a reserved word and for a name that no node has. */
  readonly node: number | undefined;
}

export interface BoundNode {
  readonly index: number;
  readonly ast: NodeAst;
  /** Undefined for a node whose kind could not be read. */
  readonly spec: NodeSpec | undefined;
  readonly code: readonly CodeSite[];
  readonly writes: readonly WriteSite[];
  readonly targets: readonly TargetSite[];
  readonly wiring: Wiring;
  /** The node whose output this one scores, if it scores one. */
  readonly subject: number | undefined;
  /** Supplied by the compiler: nobody wrote it. */
  readonly supplied?: true;
}

/** A workflow whose names are resolved: the graph exists, and each node's code, writes and targets are listed. */
export interface BoundWorkflow {
  readonly ast: WorkflowAst;
  readonly state: ReadonlyMap<string, StateSymbol>;
  /** The state could be read whole: an unknown key really is undeclared. */
  readonly stateComplete: boolean;
  readonly nodes: readonly BoundNode[];
  readonly byId: ReadonlyMap<string, number>;
  readonly header: {
    readonly targets: readonly TargetSite[];
    readonly escalate: number | undefined;
    readonly inputs: readonly { readonly key: string; readonly span: Span }[] | undefined;
  };
  readonly graph: FlowGraph;
  /** What was locked of the project's tools; rules ask `lockedTool` of it. */
  readonly lock: ToolLock;
  /** What servers say of their tools now; empty where nobody asked. */
  readonly live: ToolLock;
  /** What the project around it says of every call. */
  readonly policy: ProjectPolicy | undefined;
  /** The hosts that its project lists; undefined where nobody knows all of them. */
  readonly hosts: readonly string[] | undefined;
  /** What a call of a model comes to; undefined where nobody knows. */
  readonly modelCost: (model: string) => ModelCost | undefined;
}

/** What is the same for all nodes of a workflow: what is written outside of them, and the project. */
export interface Around extends Pick<BoundWorkflow, "state" | "stateComplete" | "lock" | "live" | "policy" | "hosts" | "modelCost"> {
  readonly ast: Omit<BoundWorkflow["ast"], "nodes">;
}

export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason?: string };

/** What the shell knows of the project around the document; nothing in here is fetched by the compiler. */
export interface ProjectView {
  /**
   * The text of a file that becomes part of the program, by its path from the document; `reason` is absent where there
   * is none. A view without this reads no files, and a document that names one is not complete.
   */
  readonly textOf?: (path: string) => FileText;
  /** Names of MCP servers; undefined where nothing declares any. */
  readonly servers: readonly string[] | undefined;
  /** What `jamjet.lock` says of their tools; absent where there is none. */
  readonly lock?: ToolLock;
  /** What the servers themselves say now, where somebody has asked them. */
  readonly live?: ToolLock;
  /** What its policy document says of every call. */
  readonly policy?: ProjectPolicy;
  /** Aliases of models; undefined where nobody knows them, and where a default provider answers every other name. */
  readonly models?: readonly string[];
  /** What `[network] allow` lists; undefined where nobody knows. */
  readonly hosts?: readonly string[];
  /** What a call of a model comes to, as a run here would count it. */
  readonly modelCost?: (model: string) => ModelCost | undefined;
  /** There is no `jamjet.toml`: what `servers` does not name may be declared elsewhere. */
  readonly isWithoutFile?: boolean;
  /** What this project does not take for an error, by code; what is one stays one. */
  readonly severities?: ReadonlyMap<string, Severity | "off">;
  readonly limits?: Limits;
  /** Prompts are found from the document, and modules from the root of the project, where they are run. */
  readonly fileExists: (path: string, from: "document" | "project") => boolean;
  /** The name of another file beside it that only its case, or how an accent is encoded, tells from it. */
  readonly twinOf?: (path: string, from: "document" | "project") => string | undefined;
}
