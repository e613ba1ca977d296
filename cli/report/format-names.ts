/** How `validate` can say what it found: for people, as its own JSON, or as what some other program reads. */
export const reportFormats = ["human", "json", "sarif", "github", "junit", "gitlab", "checkstyle", "compact"] as const;

export type MachineFormat = Exclude<(typeof reportFormats)[number], "human" | "json">;
