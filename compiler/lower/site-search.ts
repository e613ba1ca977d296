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
  const find = (isMeant: (site: TypedSite) => boolean): TypedSite => {
    for (let tried = 0; tried < sites.length; tried += 1) {
      const site = sites[next] as TypedSite;
      next = (next + 1) % sites.length;
      if (isMeant(site)) return site;
    }
    throw new Bug("code that nobody checked reached lowering");
  };
  return {
    enter: (node) => {
      sites = node.sites;
      next = 0;
    },
    siteOf: (text) => find(({ site }) => site.text === text),
    fileText: (part) => find(({ site }) => site.part === part).site.text,
  };
}
