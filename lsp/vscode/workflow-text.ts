/** Whether a text is that of a workflow, by the keys at its top: only then are there a graph to show and something to run. */
export function isWorkflow(text: string): boolean {
  return /^workflow[ \t]*:/m.test(text) && /^nodes[ \t]*:/m.test(text);
}
