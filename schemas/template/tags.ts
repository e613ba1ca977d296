/** The words a `{% %}` may begin with. */
export const templateTags = ["if", "elif", "else", "endif", "for", "endfor", "set", "raw", "endraw"] as const;

export type TemplateTag = (typeof templateTags)[number];
