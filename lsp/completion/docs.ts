import type { MarkupContent } from "vscode-languageserver";
import { explain, type ProjectView } from "../../compiler/index.ts";
import { roots } from "../../schemas/expr/roots.ts";
import { failures } from "../../schemas/failure.ts";
import type { Variant } from "../declared.ts";
import { callParagraphs } from "../hover/code.ts";
import { argumentParagraphs } from "../hover/tools.ts";
import { fieldParagraphs, variantParagraphs } from "../hover/keys.ts";
import { presetBlock } from "../hover/values.ts";
import { pageOf, type Markup } from "../markup.ts";
import type { DocRef } from "./candidate.ts";
import { fieldOn } from "./place.ts";

/** What is said about a candidate; undefined where nothing is. The project knows its tools. */
export function documentationOf(ref: DocRef, project: ProjectView | undefined, markup: Markup): MarkupContent | undefined {
  return pageOf(markup, paragraphsOf(ref, project, markup));
}

function paragraphsOf(ref: DocRef, project: ProjectView | undefined, markup: Markup): readonly (string | undefined)[] {
  switch (ref.of) {
    case "field": {
      const field = fieldOn(ref.trail);
      const name = ref.trail.at(-1);
      return field === undefined || name === undefined ? [] : fieldParagraphs([], name, field, markup);
    }
    case "tag": case "variant": {
      const field = fieldOn(ref.trail);
      if (field?.shape !== "tagged") return [];
      const variant: Variant | undefined = ref.of === "variant" ? own(field.variants, ref.name) : undefined;
      return variant === undefined ? [markup.doc(field.doc)] : variantParagraphs(field.tag, ref.name, variant, markup);
    }
    case "function": case "method": case "filter": case "test": return callParagraphs(ref.of, ref.name, markup) ?? [];
    case "root": return [markup.doc(own<Worded>(roots, ref.name)?.doc ?? "")];
    case "failure": return [markup.doc(own<Worded>(failures, ref.name)?.doc ?? "")];
    case "retry": return [presetBlock(ref.name, markup)];
    case "code": return [markup.doc(explain(ref.name)?.doc ?? "")];
    case "tool": {
      const tool = project?.lock?.get(ref.server)?.get(ref.tool);
      if (tool === undefined) return [];
      return ref.argument === undefined ? [markup.quoted(tool.description)] : argumentParagraphs(tool, ref.argument.map((step) => step ?? undefined), markup);
    }
  }
}

interface Worded {
  readonly doc: string;
}

function own<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
