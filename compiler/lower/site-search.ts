import { Bug } from "../../schemas/bug.ts";
import type { TypedNode, TypedSite } from "../check/typed.ts";
import type { PartOf } from "../syntax/part.ts";
import type { ScalarText } from "../syntax/scalar-text.ts";

/** Finds what was checked of the node that was entered last. */
export interface SiteSearch {
  readonly enter: (node: TypedNode) => void;
  readonly siteOf: (text: ScalarText) => TypedSite;
  /** The text of the file that a part names. */
  readonly fileText: (part: PartOf<"text">) => ScalarText;
}

/** A field asks for its texts in their order: the next one is nearly always the one that is meant, however many a node has. */
export function siteSearch(): SiteSearch {
  let sites: readonly TypedSite[] = [];
  let next = 0;
  return {
    enter: (node) => {
      sites = node.sites;
      next = 0;
    },
    siteOf: (text) => {
      for (let tried = 0; tried < sites.length; tried += 1) {
        const typed = sites[next] as TypedSite;
        next = (next + 1) % sites.length;
        if (typed.site.text === text) return typed;
      }
      throw new Bug("code that nobody checked reached lowering");
    },
    fileText: (part) => sites.find(({ site }) => site.part === part)?.site.text ?? unread(),
  };
}

function unread(): never {
  throw new Bug("a file that nobody read reached lowering");
}
