PRAGMA application_id = 1245793610;
PRAGMA user_version = 1;
CREATE TABLE programs (
        tenant TEXT NOT NULL,
        hash TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (tenant, hash)
      ) STRICT;
CREATE TABLE leases (
        execution INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        id TEXT NOT NULL,
        owner TEXT,
        fence INTEGER NOT NULL,
        UNIQUE (tenant, id)
      ) STRICT;
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
CREATE TABLE log (
        id INTEGER PRIMARY KEY,
        tenant TEXT NOT NULL,
        execution INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (execution, seq)
      ) STRICT;
INSERT INTO programs VALUES ('default', 'fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924', '{"format":1,"workflow":{"id":"test","version":"1.0.0"},"state":{},"inputs":[],"start":0,"ops":[{"node":"end","op":"halt","kind":"end","max_visits":1,"status":"completed"}],"code":[],"env":[],"recorded_env":[],"requires":[],"settings":{},"hash":"fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924","debug":{"uri":"test.yaml","nodes":[],"code":[]}}');
INSERT INTO programs VALUES ('b', 'fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924', '{"format":1,"workflow":{"id":"test","version":"1.0.0"},"state":{},"inputs":[],"start":0,"ops":[{"node":"end","op":"halt","kind":"end","max_visits":1,"status":"completed"}],"code":[],"env":[],"recorded_env":[],"requires":[],"settings":{},"hash":"fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924","debug":{"uri":"test.yaml","nodes":[],"code":[]}}');
INSERT INTO leases VALUES (1, 'default', 'exec_open', NULL, 1);
INSERT INTO leases VALUES (2, 'default', 'exec_ended', NULL, 1);
INSERT INTO leases VALUES (3, 'b', 'exec_open', NULL, 1);
INSERT INTO executions VALUES (1, 'default', 'exec_open', 'test', '1.0.0', 'fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924', 'running', 1001, 1004, NULL, 4, 3, 60, 6, 0.75, 0, 0, NULL, NULL);
INSERT INTO executions VALUES (2, 'default', 'exec_ended', 'test', '1.0.0', 'fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924', 'failed', 1001, 1005, 1005, 5, 3, 60, 6, 0.75, 0, 0, 'timeout', 'late');
INSERT INTO executions VALUES (3, 'b', 'exec_open', 'test', '1.0.0', 'fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924', 'running', 1001, 1001, NULL, 1, 0, 0, 0, 0, 0, 0, NULL, NULL);
INSERT INTO log VALUES (1, 'default', 1, 1, '[{"seq":1,"at":1001,"event":{"type":"workflow_started","v":1,"program":"fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924","workflow_id":"test","version":"1.0.0","tenant":"default","input":{"text":"ä"},"env":{}}}]');
INSERT INTO log VALUES (2, 'default', 2, 1, '[{"seq":1,"at":1001,"event":{"type":"workflow_started","v":1,"program":"fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924","workflow_id":"test","version":"1.0.0","tenant":"default","input":{"text":"ä"},"env":{}}},{"seq":2,"at":1002,"event":{"type":"node_completed","v":1,"node":"a","visit":2,"attempt":1,"output":2,"writes":[],"duration_ms":3,"usage":[{"provider":"p","model":"m","input_tokens":20,"output_tokens":2,"cost_usd":0.25}]}}]');
INSERT INTO log VALUES (3, 'default', 1, 2, '[{"seq":2,"at":1002,"event":{"type":"node_completed","v":1,"node":"a","visit":2,"attempt":1,"output":2,"writes":[],"duration_ms":3,"usage":[{"provider":"p","model":"m","input_tokens":20,"output_tokens":2,"cost_usd":0.25}]}},{"seq":3,"at":1003,"event":{"type":"node_completed","v":1,"node":"a","visit":3,"attempt":1,"output":3,"writes":[],"duration_ms":3,"usage":[{"provider":"p","model":"m","input_tokens":20,"output_tokens":2,"cost_usd":0.25}]}}]');
INSERT INTO log VALUES (4, 'default', 2, 3, '[{"seq":3,"at":1003,"event":{"type":"node_completed","v":1,"node":"a","visit":3,"attempt":1,"output":3,"writes":[],"duration_ms":3,"usage":[{"provider":"p","model":"m","input_tokens":20,"output_tokens":2,"cost_usd":0.25}]}}]');
INSERT INTO log VALUES (5, 'b', 3, 1, '[{"seq":1,"at":1001,"event":{"type":"workflow_started","v":1,"program":"fc35c15645ebe8a3627f69c78c03b67c9227cd5a44de4b131b3289198bfbb924","workflow_id":"test","version":"1.0.0","tenant":"b","input":{"text":"ä"},"env":{}}}]');
INSERT INTO log VALUES (6, 'default', 2, 4, '[{"seq":4,"at":1004,"event":{"type":"node_completed","v":1,"node":"a","visit":4,"attempt":1,"output":4,"writes":[],"duration_ms":3,"usage":[{"provider":"p","model":"m","input_tokens":20,"output_tokens":2,"cost_usd":0.25}]}},{"seq":5,"at":1005,"event":{"type":"workflow_failed","v":1,"node":"a","passed":[],"failure":{"code":"timeout","message":"late","retryable":true}}}]');
INSERT INTO log VALUES (7, 'default', 1, 4, '[{"seq":4,"at":1004,"event":{"type":"node_completed","v":1,"node":"a","visit":4,"attempt":1,"output":4,"writes":[],"duration_ms":3,"usage":[{"provider":"p","model":"m","input_tokens":20,"output_tokens":2,"cost_usd":0.25}]}}]');
