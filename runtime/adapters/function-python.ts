import { spawn } from "node:child_process";
import type { Env, FunctionCall } from "../ports.ts";
import { parseJson } from "../activities/text.ts";
import { childEnv } from "./env.ts";
import type { FunctionRun } from "./function-module.ts";
import { largestAnswer } from "./function-module.ts";
import type { OrphanWatch } from "./orphan-watch.ts";
import { hasGroups, killGroup } from "./process-group.ts";

/** Where a function of the project runs, and what ends it where we cannot. */
export interface FunctionPlace {
  readonly root: string;
  readonly env: Env;
  readonly watch: OrphanWatch;
}

/** So many bytes of its own a function may have, where the system keeps count: room for a library, none for a leak. */
const largestMemory = 2_147_483_648;

/**
 * What Python runs: one line of JSON in, one line out. Standard output is taken away before the module is imported, so
 * that what it prints cannot be mistaken for its answer.
 */
const source = `
import asyncio, importlib, inspect, json, os, sys
answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)
sys.path.insert(0, os.getcwd())
try:
    import resource
    resource.setrlimit(resource.RLIMIT_DATA, (${largestMemory}, ${largestMemory}))
except (ImportError, ValueError, OSError):
    pass
call = json.loads(sys.stdin.buffer.readline())
try:
    found = getattr(importlib.import_module(call["module"]), call["name"])
    if "method" in call:
        made = found(**call["kwargs"])
        found = getattr(made, call["method"], made)
    said = found(*call["given"])
    if inspect.isawaitable(said):
        async def wait(): return await said
        said = asyncio.run(wait())
    if hasattr(said, "_fields") or not isinstance(said, (bool, int, float, str, list, tuple, dict, type(None))):
        said = {key: getattr(said, key) for key in dir(said) if not key.startswith("_") and not callable(getattr(said, key))}
    answer.write(json.dumps({"said": said}, allow_nan=False))
except BaseException as error:
    answer.write(json.dumps({"failed": type(error).__name__ + ": " + str(error)}))
answer.write("\\n")
answer.flush()
os._exit(0)
`;

/** Runs a Python function in a process of its own, with the project's folder on its path and none of our secrets. */
export function runPython(call: Extract<FunctionCall, { readonly in: "python" }>, { root, env, watch }: FunctionPlace, signal: AbortSignal): Promise<FunctionRun> {
  if (signal.aborted) return Promise.resolve({ ok: false, message: "it was ended" });
  const { module, name, made, arguments: given } = call;
  return new Promise((resolve) => {
    const child = spawn("python3", ["-c", source], { cwd: root, env: { ...childEnv(env), PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" }, stdio: "pipe", detached: hasGroups });
    const { pid } = child;
    const kill = (): void => {
      if (pid !== undefined) killGroup(pid, "SIGKILL");
    };
    if (pid !== undefined) watch.add(pid);
    signal.addEventListener("abort", kill);
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (text.length > largestAnswer) kill();
    });
    // Prints are read and dropped: an unread pipe would stop the function.
    child.stderr.resume();
    // A process that ended early says so by its answer's absence, not by a broken pipe.
    child.stdin.on("error", () => {});
    child.once("error", (error: Error) => resolve({ ok: false, message: "code" in error && error.code === "ENOENT" ? "there is no program 'python3'" : error.message }));
    child.once("close", (code, killed) => {
      signal.removeEventListener("abort", kill);
      if (pid !== undefined) watch.remove(pid);
      resolve(answerIn(text, killed === null ? `exit code ${code}` : `killed by ${killed}`));
    });
    child.stdin.end(`${JSON.stringify({ module, name, given, ...(made === undefined ? {} : { method: made.method, kwargs: made.kwargs }) })}\n`);
  });
}

function answerIn(text: string, ending: string): FunctionRun {
  const parsed = parseJson(text.split("\n")[0] ?? "")?.value;
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return { ok: false, message: `Python ended without an answer (${ending})` };
  if ("failed" in parsed) return { ok: false, message: String(parsed["failed"]) };
  return { ok: true, value: ("said" in parsed ? parsed["said"] : undefined) ?? null };
}
