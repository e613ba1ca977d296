import { expect, it } from "vitest";
import { textOf } from "../support/house.ts";
import { settingNames, settingSpecs, settingsFrom } from "../../lsp/settings.ts";

it.each(settingNames)("takes '%s' nested, dotted, or within all that an editor has, and its default where nothing fits", (name) => {
  const other = !settingSpecs[name].default;
  const nested = name.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), other);
  for (const sent of [nested, { [name]: other }, { jamjet: nested }, { editor: {}, jamjet: { [name]: other } }]) expect(settingsFrom(sent)[name]).toBe(other);
  for (const sent of [undefined, null, [], "jamjet", {}, { [name]: "yes" }, { jamjet: null }]) expect(settingsFrom(sent)[name]).toBe(settingSpecs[name].default);
});

it("is described on the page about editors, setting by setting", () => {
  const page = textOf("docs/editors.md");
  for (const name of settingNames) expect(page).toContain(`| \`${name}\` | ${settingSpecs[name].default} | ${settingSpecs[name].doc} |`);
});
