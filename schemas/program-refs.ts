/** Index of an op in `Program.ops`. */
export type Slot = number & { readonly __brand: "Slot" };

/** Index of a piece of code in `Program.code`: an expression or a template. */
export type Code = number & { readonly __brand: "Code" };
