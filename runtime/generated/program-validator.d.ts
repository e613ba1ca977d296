/** Whether a value is a program by its JSON Schema; `errors` says why the last one was not. */
declare const validate: {
  (value: unknown): boolean;
  errors: readonly { readonly instancePath: string; readonly message?: string; readonly params: { readonly [name: string]: unknown } }[] | null;
};
export { validate };
