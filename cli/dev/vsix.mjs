/**
 * `npm run vsix`: builds the extension for VS Code in `lsp/vscode/dist/`, and packs it into `lsp/vscode/dist/jamjet-<version>.vsix`.
 * Needs no network. Any problem ends it with a message and a non-zero exit code.
 *
 *   dist/extension.cjs             what runs in the editor
 *   dist/jamjet.cjs                all of JamJet in one file: the language server, and every command
 *   dist/THIRD-PARTY-NOTICES.txt   the licences of what was bundled into the two
 *
 * A .vsix is a zip with the extension's files, a manifest in XML and the media types of the files' endings.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { zipSync } from "fflate";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const extension = path.join(root, "lsp/vscode");
const dist = path.join(extension, "dist");
const manifest = JSON.parse(fs.readFileSync(path.join(extension, "package.json"), "utf8"));
const { version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
if (manifest.version !== version) throw new Error(`lsp/vscode/package.json says version ${manifest.version}, and package.json ${version}`);

const common = { absWorkingDir: root, bundle: true, platform: "node", target: "node20.19", format: "cjs", minify: true, metafile: true, legalComments: "none", logLevel: "error" };

fs.rmSync(dist, { recursive: true, force: true });
const bundles = await Promise.all([
  esbuild.build({ ...common, entryPoints: ["lsp/vscode/extension.ts"], outfile: path.join(dist, "extension.cjs"), external: ["vscode"] }),
  esbuild.build({
    ...common,
    entryPoints: ["cli/bin.ts"],
    outfile: path.join(dist, "jamjet.cjs"),
    // Without it, the SQLite of Node itself is used.
    external: ["better-sqlite3"],
    alias: { yaml: path.join(root, "node_modules/yaml/browser/index.js") },
    banner: { js: "const beforeLargeWork = () => {}, keepStart = () => {};" },
  }),
]);
fs.writeFileSync(path.join(dist, "THIRD-PARTY-NOTICES.txt"), notices(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))));

const files = {
  "extension.vsixmanifest": vsixManifest(),
  ...Object.fromEntries(filesIn(extension).filter(isPacked).map((file) => [`extension/${file}`, fs.readFileSync(path.join(extension, file))])),
  // What the extension shares with the package. Every name in the archive has an ending, by which its type is known.
  "extension/LICENSE.txt": fs.readFileSync(path.join(root, "LICENSE")),
  "extension/CHANGELOG.md": fs.readFileSync(path.join(root, "CHANGELOG.md")),
};
const packed = { "[Content_Types].xml": contentTypes(Object.keys(files)), ...files };
const bytes = Object.fromEntries(Object.entries(packed).map(([name, content]) => [name, typeof content === "string" ? Buffer.from(content) : content]));
const file = path.join(dist, `${manifest.name}-${version}.vsix`);
// The earliest time that a zip can say: the same files give the same bytes.
fs.writeFileSync(file, zipSync(bytes, { level: 9, mtime: new Date(1980, 0, 1) }));
process.stdout.write(`${path.relative(root, file)}  ${Math.round(fs.statSync(file).size / 1024)} KB\n`);

function filesIn(folder) {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/")).sort();
}

/** Sources are bundled, and no archive holds another. */
function isPacked(file) {
  return !/\.(?:ts|vsix)$/.test(file);
}

/** The licence of each package that one of the sources comes from. */
function notices(sources) {
  const folders = new Set(sources.flatMap((source) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? []));
  const parts = [...folders].sort().map((folder) => {
    const place = path.join(root, folder);
    const { name, version: its, license } = JSON.parse(fs.readFileSync(path.join(place, "package.json"), "utf8"));
    const text = fs.readdirSync(place).find((file) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(file));
    return `${name} ${its} (${license})\n\n${text === undefined ? "The package comes without the text of its licence." : fs.readFileSync(path.join(place, text), "utf8").trim()}\n`;
  });
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

function vsixManifest() {
  const { name, displayName, description, publisher, categories, keywords, engines, extensionKind, icon } = manifest;
  const tags = [...keywords, ...manifest.contributes.languages.map(({ id }) => `__ext_${id}`)];
  const assets = [
    ["Microsoft.VisualStudio.Code.Manifest", "package.json"],
    ["Microsoft.VisualStudio.Services.Content.Details", "README.md"],
    ["Microsoft.VisualStudio.Services.Content.Changelog", "CHANGELOG.md"],
    ["Microsoft.VisualStudio.Services.Content.License", "LICENSE.txt"],
    ["Microsoft.VisualStudio.Services.Icons.Default", icon],
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(name)}" Version="${xml(version)}" Publisher="${xml(publisher)}"/>
    <DisplayName>${xml(displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(description)}</Description>
    <Tags>${xml(tags.join(","))}</Tags>
    <Categories>${xml(categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="${xml(extensionKind.join(","))}"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${xml(icon)}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
${assets.map(([type, place]) => `    <Asset Type="${type}" Path="extension/${xml(place)}" Addressable="true"/>`).join("\n")}
  </Assets>
</PackageManifest>
`;
}

function contentTypes(names) {
  const media = { ".json": "application/json", ".md": "text/markdown", ".txt": "text/plain", ".png": "image/png", ".css": "text/css", ".js": "application/javascript", ".cjs": "application/javascript", ".vsixmanifest": "text/xml" };
  const endings = [...new Set(names.map((name) => path.extname(name)))].sort();
  const typeOf = (ending) => {
    if (media[ending] === undefined) throw new Error(`no type of media is known for '${ending}'`);
    return media[ending];
  };
  const types = endings.map((ending) => `  <Default Extension="${ending}" ContentType="${typeOf(ending)}"/>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\n${types.join("")}</Types>\n`;
}

function xml(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
