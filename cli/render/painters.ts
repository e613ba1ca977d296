import { Chalk } from "chalk";

/** What gives a text the colour of each tone. */
export function painters() {
  const chalk = new Chalk({ level: 1 });
  return { good: chalk.green, bad: chalk.red, warn: chalk.yellow, note: chalk.cyan, dim: chalk.dim, strong: chalk.bold };
}
