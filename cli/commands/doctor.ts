import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { databaseOf, dbOption } from "../database.ts";
import { projectOptions } from "../documents.ts";
import { type Examined, askServers, examineKeys, examineLock, examinePrices, examineProject, examineServers, examineSettings, examineStore, examineTerminal, examineVersions } from "../examinations.ts";
import { fitted } from "../render/fit.ts";
import { type Line, widest, width } from "../render/page.ts";

export const doctor = command({
  name: "doctor",
  summary: "look at everything a run stands on: versions, database, disk, project, servers, keys",
  arguments: {},
  options: {
    online: { kind: "flag", doc: "also start or reach each MCP server and ask for its tools" },
    db: dbOption,
  },
  exits: ["fine", "findings"],
  examples: ["jamjet doctor", "jamjet doctor --online --json"],
  async run({ options }, io) {
    const { describeRefusal, localPorts, pricesAsOf, readProject, supportedFeatures } = await import("../../runtime/index.ts");
    const { project, problems } = readProject(io.cwd, projectOptions(io));
    const requirements = project.requires.filter(({ feature }) => !supportedFeatures.has(feature));
    const local = localPorts({ project });
    const servers = examineServers(project, local, io);
    const examined: readonly Examined[] = [
      examineVersions(),
      ...(await examineStore(databaseOf(project, options.db, io), io)),
      examineProject(project, problems, requirements.length === 0 ? [] : describeRefusal({ why: "unsupported", requirements })),
      ...(options.online ? await askServers(servers, project) : servers),
      ...examineLock(project),
      ...examineSettings(project, local),
      examineKeys(local),
      examinePrices(project, pricesAsOf),
      examineTerminal(io),
    ];
    const isWell = examined.every((each) => each.problems.length === 0);
    const data = { well: isWell, examined: examined.map((each) => ({ name: each.name, well: each.problems.length === 0, facts: each.data, problems: each.problems.map((problem) => ({ ...problem })) })) };
    return answer(isWell ? "fine" : "findings", data, fitted(linesOf(examined), io.out.columns));
  },
});

function linesOf(examined: readonly Examined[]): readonly Line[] {
  const names = widest(examined.map(({ name }) => name));
  return examined.flatMap(({ name, says, problems }): readonly Line[] => [
    [problems.length === 0 ? { tone: "good", text: "✓" } : { tone: "bad", text: "✗" }, ` ${name}${" ".repeat(names - width(name))}  ${says}`],
    ...problems.flatMap(({ message, help }): readonly Line[] => [`  ${message}`, ...(help === undefined ? [] : [[{ tone: "dim", text: "  help" }, `: ${help}`] as Line])]),
  ]);
}
