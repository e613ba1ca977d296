import type { SqliteDriver } from "../../runtime/store/sqlite-driver.ts";
import { loadDriver } from "../../runtime/store/sqlite-driver.ts";

/** Every driver that this Node can use. At least one, or the house has no store on it. */
export async function sqliteDrivers(): Promise<readonly SqliteDriver[]> {
  const loaded = await Promise.all((["better", "node"] as const).map((name) => loadDriver(name)));
  const drivers = loaded.flatMap((each) => (each.ok ? [each.value] : []));
  if (drivers.length === 0) throw new Error(`no SQLite on Node ${process.versions.node}`);
  return drivers;
}
