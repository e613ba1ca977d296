import type { Outcome, Ports } from "../ports.ts";
import type { Project } from "../project/project.ts";
import { secretNames } from "../project/secret-names.ts";
import { systemClock } from "./clock.ts";
import { inherited, processEnv } from "./env.ts";
import { createFunctions } from "./functions.ts";
import { createHttp } from "./http.ts";
import { createIds } from "./ids.ts";
import { createTools } from "./mcp.ts";
import { createModels } from "./models.ts";
import { createOrphanWatch } from "./orphan-watch.ts";
import { keyNames } from "./provider-model.ts";
import type { Replies } from "./replies.ts";
import { openSecrets } from "./secret-files.ts";

/** The real ports, and what ends every child process and thread behind them. */
export interface LocalPorts {
  readonly ports: Ports;
  readonly close: () => Promise<void>;
}

/** The ports of this machine for a project: its clock, its secrets, the network, and child processes. Fails where its secrets cannot be read. */
export function localPorts({ project, replies }: { readonly project: Project; readonly replies?: Replies | undefined }): Outcome<LocalPorts> {
  const secrets = openSecrets(project, processEnv);
  if (!secrets.ok) return secrets;
  const { env, names } = secrets.value;
  const clock = systemClock;
  const watch = createOrphanWatch();
  const tools = createTools(project, env, { watch });
  const functions = createFunctions(project.root, env, watch);
  const ports: Ports = {
    clock,
    env,
    secrets: [...Object.values(keyNames).flat(), ...secretNames(project.settings).filter((name) => !inherited.includes(name)), ...names],
    ids: createIds(clock.now),
    http: createHttp(project.settings.network?.allow ?? []),
    models: createModels({ project, env, clock, replies }),
    tools,
    ...(project.lock === undefined ? {} : { lock: project.lock }),
    functions,
  };
  const close = async (): Promise<void> => {
    await Promise.all([tools.close(), functions.close()]);
  };
  return { ok: true, value: { ports, close } };
}
