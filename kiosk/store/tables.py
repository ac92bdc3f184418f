"""The tables of the store as SQL, each as the step that made it wrote it (kiosk.store.migrations)."""

STATES = "'ready', 'leased', 'held', 'delivered', 'acknowledged', 'skipped'"
WITH_HUB = f"{STATES}, 'relayed'"

DELIVERY = f"""
CREATE TABLE delivery (
  seq INTEGER PRIMARY KEY REFERENCES outbox(seq),
  destination TEXT NOT NULL REFERENCES destination(name),
  order_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ({STATES})),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  lease_token INTEGER NOT NULL DEFAULT 0,
  last_code TEXT NOT NULL DEFAULT '',
  receipt TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT
"""
AUDIT = """
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  action TEXT NOT NULL,
  case_id TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT
"""
HOUSE = """
CREATE TABLE house (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  store TEXT NOT NULL,
  marked INTEGER NOT NULL
) STRICT
"""
FOLLOW_UP = """
CREATE TABLE follow_up (
  case_id TEXT NOT NULL REFERENCES cases(id),
  procedure TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('held', 'notice')),
  until TEXT NOT NULL,
  lacks TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')),
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (case_id, procedure, sort)
) STRICT
"""
AT_HOME = (
    """
CREATE TABLE preentry_key (
  kid TEXT PRIMARY KEY,
  sealed BLOB NOT NULL,
  made_on TEXT NOT NULL,
  retired_on TEXT NOT NULL
) STRICT
""",
    """
CREATE TABLE preentry_spent (
  digest TEXT PRIMARY KEY,
  spent_on TEXT NOT NULL
) STRICT
""",
)
STAFF = (
    """
CREATE TABLE staff (
  number TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  pin TEXT NOT NULL,
  renew INTEGER NOT NULL,
  card TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'removed')),
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT
""",
    "CREATE UNIQUE INDEX staff_card ON staff (card) WHERE card <> ''",
    """
CREATE TABLE staff_try (
  who TEXT PRIMARY KEY,
  wrong INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT
""",
)
KEPT = (
    """
CREATE TABLE kept_case (
  number INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  revision INTEGER NOT NULL,
  staff TEXT NOT NULL,
  face BLOB NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE (case_id, revision)
) STRICT
""",
    "CREATE VIRTUAL TABLE kept_word USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')",
    "CREATE INDEX cases_confirmed ON cases (confirmed_at)",
    "CREATE INDEX cases_slip ON cases (slip)",
    "ALTER TABLE draft ADD COLUMN desk TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE draft ADD COLUMN revision INTEGER NOT NULL DEFAULT 1",
)
PRINTED = """
CREATE TABLE printed (
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  paper TEXT NOT NULL CHECK (paper IN ('packet', 'slip', 'guide')),
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  reason TEXT NOT NULL,
  failed INTEGER NOT NULL,
  voided_by INTEGER NOT NULL,
  PRIMARY KEY (case_id, number, paper)
) STRICT
"""
GUIDE = """
CREATE TABLE guide_row (
  case_id TEXT NOT NULL REFERENCES cases(id),
  procedure TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  done_at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  desk TEXT NOT NULL,
  PRIMARY KEY (case_id, procedure)
) STRICT
"""
RESIDENTS = """
CREATE TABLE residents (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  generation INTEGER NOT NULL REFERENCES kek(generation),
  wrapped BLOB NOT NULL,
  state TEXT NOT NULL
) STRICT
"""
SEALED = (
    "ALTER TABLE house ADD COLUMN keyed_from INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE house ADD COLUMN keyed_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE delivery ADD COLUMN entry INTEGER NOT NULL DEFAULT 0",
)
SEALED_COLUMNS = (
    "seq, message, case_id, destination, order_key, kind, revision, schema_version, content_type, digest, created_at"
)
GUARDS = (
    """CREATE INDEX delivery_due ON delivery (destination, next_at, seq)
        WHERE state IN ('ready', 'leased')""",
    """CREATE INDEX delivery_blocking ON delivery (destination, order_key, seq)
        WHERE state IN ('ready', 'leased', 'held')""",
    f"""CREATE TRIGGER outbox_is_immutable BEFORE UPDATE OF {SEALED_COLUMNS} ON outbox
        BEGIN SELECT RAISE(ABORT, 'outbox rows are immutable'); END""",
    """CREATE TRIGGER outbox_payload_is_immutable BEFORE UPDATE OF ciphertext ON outbox
        WHEN NEW.ciphertext <> x'' OR EXISTS (SELECT 1 FROM case_key WHERE case_id = OLD.case_id)
        BEGIN SELECT RAISE(ABORT, 'a payload may only be emptied after its case is shredded'); END""",
    """CREATE TRIGGER outbox_is_kept BEFORE DELETE ON outbox
        BEGIN SELECT RAISE(ABORT, 'outbox rows are kept'); END""",
    """CREATE TRIGGER audit_is_immutable BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END""",
    """CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END""",
)
ANSWERS = (
    """
CREATE TABLE answer (
  digest TEXT PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES outbox(seq),
  case_id TEXT NOT NULL REFERENCES cases(id),
  result TEXT NOT NULL CHECK (result IN ('受理', '補正', '却下')),
  at INTEGER NOT NULL,
  taken_at INTEGER NOT NULL,
  number TEXT NOT NULL,
  points INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT
""",
    "CREATE INDEX answer_seq ON answer (seq)",
    "CREATE INDEX answer_case ON answer (case_id)",
)
OWNED = (
    "ALTER TABLE answer ADD COLUMN closed_at INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE answer ADD COLUMN closed_by TEXT NOT NULL DEFAULT ''",
    """
CREATE TABLE charge (
  seq INTEGER PRIMARY KEY REFERENCES outbox(seq),
  staff TEXT NOT NULL,
  until TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT
""",
    "CREATE INDEX audit_case ON audit (case_id) WHERE case_id <> ''",
    "CREATE INDEX answer_open ON answer (seq) WHERE result <> '受理' AND closed_at = 0",
    """
CREATE VIEW newest_answer AS
SELECT answer.rowid AS place, answer.*,
  result <> '受理' AND closed_at = 0 AND NOT EXISTS (
    SELECT 1 FROM outbox AS asked JOIN outbox AS later ON later.case_id = asked.case_id
      AND later.destination = asked.destination AND later.kind = asked.kind AND later.revision > asked.revision
    WHERE asked.seq = answer.seq) AS waits
FROM answer
WHERE NOT EXISTS (SELECT 1 FROM answer AS newer WHERE newer.seq = answer.seq
  AND (newer.at, newer.rowid) > (answer.at, answer.rowid))
""",
)
SHARED = (
    """
CREATE TABLE shared (
  case_id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  apart INTEGER NOT NULL DEFAULT 0
) STRICT
""",
    "CREATE INDEX shared_gone ON shared (case_id) WHERE stamp IN ('gone', 'erased')",
    "ALTER TABLE house ADD COLUMN series INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE house ADD COLUMN brought INTEGER NOT NULL DEFAULT 0",
)
_KEPT = (
    "seq, destination, order_key, state, attempts, next_at, lease_token, last_code, receipt, created_at, changed_at,"
    " entry"
)
RELAYED = (
    f"""
CREATE TABLE delivery_through_hub (
  seq INTEGER PRIMARY KEY REFERENCES outbox(seq),
  destination TEXT NOT NULL REFERENCES destination(name),
  order_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ({WITH_HUB})),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  lease_token INTEGER NOT NULL DEFAULT 0,
  last_code TEXT NOT NULL DEFAULT '',
  receipt TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  entry INTEGER NOT NULL DEFAULT 0,
  asked INTEGER NOT NULL DEFAULT 0,
  returned INTEGER NOT NULL DEFAULT 0
) STRICT
""",
    f"INSERT INTO delivery_through_hub ({_KEPT}) SELECT {_KEPT} FROM delivery",  # noqa: S608 - no value in it
    "DROP TABLE delivery",
    "ALTER TABLE delivery_through_hub RENAME TO delivery",
    *GUARDS[:2],
    "CREATE INDEX delivery_relayed ON delivery (destination, seq) WHERE state = 'relayed'",
    "CREATE INDEX delivery_returned ON delivery (destination) WHERE returned = 1",
    "ALTER TABLE destination ADD COLUMN heard INTEGER NOT NULL DEFAULT 0",
)
APART = "CREATE INDEX shared_apart ON shared (case_id) WHERE apart = 1"
