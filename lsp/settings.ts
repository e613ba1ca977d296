/** One choice of the user: what it is where nothing is said, and what it does. */
export interface SettingSpec {
  readonly default: boolean;
  /** One sentence of Markdown, as a page of settings shows it. */
  readonly doc: string;
}

/** All that a user can set of the server, under `jamjet.`; each does what it says. What is an error is not theirs to say: projects say in `jamjet.toml` what they take for less. */
export const settingSpecs = {
  "markdown.enable": { default: false, doc: "Judge the documents that stand in fenced `yaml` blocks of Markdown files." },
  "inlayHints.types": { default: true, doc: "Show beside `output_key` and its like what type the result has." },
  "inlayHints.inputs": { default: true, doc: "Show beside the keys of the state which of them a caller gives, where `inputs` does not list them." },
  "inlayHints.conditions": { default: true, doc: "Show beside a node the conditions under which control comes to it." },
  "inlayHints.retries": { default: true, doc: "Show beside `retry` how long it waits between attempts." },
} as const satisfies { readonly [name: string]: SettingSpec };

type SettingName = keyof typeof settingSpecs;

/** What holds of each setting now. */
export type Settings = { readonly [N in SettingName]: boolean };

const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingSpecs, name);

export const settingNames: readonly SettingName[] = Object.keys(settingSpecs).filter(isSettingName);

/** Where editors keep what the user has set of this server. */
export const settingsSection = "jamjet";

/** The settings in what an editor sends: its section, or all that it has, nested or with dotted names. What is not of the right type is as if it had not been said. */
export function settingsFrom(sent: unknown): Settings {
  const section = propertyAt(sent, [settingsSection]) ?? sent;
  const entries = settingNames.map((name) => {
    const given = propertyAt(section, [name]) ?? propertyAt(section, name.split("."));
    return [name, typeof given === "boolean" ? given : settingSpecs[name].default] as const;
  });
  // One entry for each name, by construction.
  return Object.fromEntries(entries) as Settings;
}

function propertyAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((at: unknown, key) => (typeof at === "object" && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined), value);
}
