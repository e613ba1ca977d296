import { settingSpecs } from "../../lsp/index.ts";

/** What of the extension's manifest this page is about. */
interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: { readonly [name: string]: object } } };
}

/** The manifest of the extension for VS Code with every setting of the language server in it. */
export function editorManifest(text: string): string {
  // It is our own file, and tests hold it to what the extension does.
  const manifest = JSON.parse(text) as Manifest;
  const { contributes } = manifest;
  const ofServer = Object.entries(settingSpecs).map(([name, spec]) => [`jamjet.${name}`, { type: "boolean", default: spec.default, markdownDescription: spec.doc }] as const);
  const properties = { ...contributes.configuration.properties, ...Object.fromEntries(ofServer) };
  const written = { ...manifest, contributes: { ...contributes, configuration: { ...contributes.configuration, properties } } };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}
