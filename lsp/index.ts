/** The language server: the compiler's judgement in editor words. */
export { startLanguageServer, type LanguageServerOptions } from "./streams.ts";
export { serve } from "./server.ts";
export type { FileName, LanguageHost } from "./host.ts";
export { settingSpecs, type SettingSpec } from "./settings.ts";
export { completeText, type Suggestion, type Suggestions } from "./completion/complete-text.ts";
