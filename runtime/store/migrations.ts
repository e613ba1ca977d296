/** One change of the tables. Never edited once released: what comes later is another migration. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** In order; a database's `user_version` is the number of those it has had. */
export const migrations: readonly Migration[] = [
  {
    name: "programs, executions, leases and the log",
    sql: `
      CREATE TABLE programs (
        tenant TEXT NOT NULL,
        hash TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (tenant, hash)
      ) STRICT;

      -- One row per execution: who may append to it, and the number by which the other tables know it.
      CREATE TABLE leases (
        execution INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        id TEXT NOT NULL,
        owner TEXT,
        fence INTEGER NOT NULL,
        UNIQUE (tenant, id)
      ) STRICT;

      -- For reading: what folding the log makes of each execution, and never more.
      CREATE TABLE executions (
        execution INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        id TEXT NOT NULL,
        workflow_id TEXT NOT NULL,
        version TEXT NOT NULL,
        program TEXT NOT NULL,
        status TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        ended_at INTEGER,
        last_seq INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        input_tokens INTEGER NOT NULL,
        output_tokens INTEGER NOT NULL,
        cost_usd REAL NOT NULL,
        uncounted INTEGER NOT NULL,
        unpriced INTEGER NOT NULL,
        failure_code TEXT,
        failure_message TEXT,
        UNIQUE (tenant, id)
      ) STRICT;

      -- A row is what one execution appended in one commit: a JSON list of events, of which seq is the first one's
      -- number. Rows stand in the order of commits, so that a commit of many executions writes neighbouring pages.
      CREATE TABLE log (
        id INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        execution INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (execution, seq)
      ) STRICT;
    `,
  },
  {
    name: "the inbox, and when an execution is due",
    sql: `
      -- Signals from outside. Once consumed a row keeps its id alone: what it said is in the log then.
      CREATE TABLE inbox (
        number INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        execution INTEGER NOT NULL,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        body TEXT,
        UNIQUE (execution, id)
      ) STRICT;
      CREATE INDEX waiting ON inbox (execution) WHERE body IS NOT NULL;

      ALTER TABLE executions ADD COLUMN wake_at INTEGER;
      UPDATE executions SET wake_at = started_at WHERE ended_at IS NULL;
      CREATE INDEX open_executions ON executions (tenant, id) WHERE ended_at IS NULL;
    `,
  },
  {
    name: "a log that is a chain per execution, with sums",
    sql: `
      -- A row names the row that its execution appended before (prev), and has the sum of all their texts. Nothing else is
      -- written with it: an index on (execution, seq) would touch as many pages per commit as it has executions.
      -- Rows are never deleted, or SQLite would give their ids again.
      ALTER TABLE log RENAME TO older_log;
      CREATE TABLE log (
        id INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        execution INTEGER NOT NULL,
        prev INTEGER,
        seq INTEGER NOT NULL,
        sum INTEGER,
        body TEXT NOT NULL
      ) STRICT;
      INSERT INTO log SELECT id, tenant, execution, lag(id) OVER (PARTITION BY execution ORDER BY seq), seq, NULL, body FROM older_log ORDER BY id;
      DROP TABLE older_log;

      -- The row at which each chain ended when this was last written down, for all executions at once: what came later
      -- stands behind the greatest of these in the log, and is looked for there.
      ALTER TABLE leases ADD COLUMN last INTEGER;
      UPDATE leases SET last = ends.id FROM (SELECT execution, max(id) AS id FROM log GROUP BY execution) AS ends WHERE ends.execution = leases.execution;
      CREATE INDEX chain_ends ON leases (last) WHERE last IS NOT NULL;
    `,
  },
];

/** What a migration needs of a connection. */
export interface Migrated {
  readonly version: () => number;
  readonly step: (sql: string, version: number) => void;
  /** Runs `steps` in one transaction, with no other writer beside. */
  readonly alone: (steps: () => void) => void;
}

/** Brings the tables up to date; the message says why that cannot be, where a newer JamJet made them. */
export function migrate(database: Migrated): string | undefined {
  const found = database.version();
  if (found > migrations.length) return `a newer JamJet made it (its tables are of version ${found}, this JamJet knows ${migrations.length})`;
  if (found < migrations.length) {
    database.alone(() => {
      // Read again: another process may have done it while we waited.
      for (const [index, { sql }] of migrations.entries()) if (index >= database.version()) database.step(sql, index + 1);
    });
  }
  return undefined;
}
