import { Session } from "node:inspector/promises";

/** Counts how often the blocks of our code are entered: what something costs, whatever else the machine does. */
export interface WorkCounter {
  /** Blocks entered while `work` ran, loops turn by turn. */
  readonly during: (work: () => void) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function workCounter(): Promise<WorkCounter> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const taken = async (): Promise<number> => {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const own = result.filter(({ url }) => /\/(?:lsp|compiler|schemas)\//.test(url) && !url.includes("/node_modules/"));
    return own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges)).reduce((sum, { count }) => sum + count, 0);
  };
  return {
    during: async (work) => {
      await taken();
      work();
      return taken();
    },
    stop: async () => {
      await session.post("Profiler.stopPreciseCoverage");
      session.disconnect();
    },
  };
}
