"""The step that lets the machines of an office share visits: what lies there of each, who holds it, whose numbers.

`visit` has one row a case, known by an HMAC of its id; nothing in it tells of anybody. `line` is what a list says and
`body` the visit, both sealed. A row is changed by its `version` alone (compare and set), and a `holder` is only ever
the machine that says so. A terminal brings and cannot read back: `kiosk_counter` does. `handover` is written by the
server itself. Nobody deletes: what is `gone` has nothing left in it, and stays as a sign for those who have a copy.
"""

COUNTER = "kiosk_counter"

VISITS = """
ALTER TABLE kiosk.machine DROP CONSTRAINT machine_kind_check;
ALTER TABLE kiosk.machine ADD CONSTRAINT machine_kind_check
  CHECK (kind IN ('terminal', 'counter', 'courier', 'reader'));
CREATE TABLE kiosk.visit (
  office text NOT NULL DEFAULT kiosk.office(),
  ref text NOT NULL CHECK (ref ~ '^[0-9a-f]{64}$'),
  version bigint NOT NULL DEFAULT 1,
  stage text NOT NULL CHECK (stage IN ('open', 'accepted', 'gone')),
  holder text NOT NULL DEFAULT '',
  made_by text NOT NULL DEFAULT session_user,
  slip text NOT NULL CHECK (slip ~ '^([0-9a-f]{64})?$'),
  content text NOT NULL CHECK (content ~ '^([0-9a-f]{64})?$'),
  words text[] NOT NULL DEFAULT '{}',
  line bytea NOT NULL,
  body bytea NOT NULL,
  day date NOT NULL DEFAULT current_date,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (office, ref),
  CHECK (stage <> 'gone' OR (line = '' AND body = '' AND words = '{}' AND slip = '' AND content = '' AND holder = ''))
) WITH (fillfactor = 70);
ALTER TABLE kiosk.visit ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX visit_open ON kiosk.visit (office) WHERE stage = 'open';
CREATE INDEX visit_day ON kiosk.visit (office, day) WHERE stage = 'accepted';
CREATE INDEX visit_slip ON kiosk.visit (office, slip) WHERE slip <> '';
CREATE INDEX visit_words ON kiosk.visit USING gin (words);
CREATE TABLE kiosk.handover (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office text NOT NULL,
  ref text NOT NULL,
  version bigint NOT NULL,
  former text NOT NULL,
  holder text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE kiosk.set_aside (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office text NOT NULL DEFAULT kiosk.office(),
  ref text NOT NULL,
  made_by text NOT NULL DEFAULT session_user,
  line bytea NOT NULL,
  body bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX set_aside_ref ON kiosk.set_aside (office, ref);
CREATE TABLE kiosk.series (
  office text NOT NULL DEFAULT kiosk.office(),
  store text NOT NULL CHECK (store ~ '^[0-9a-f]{64}$'),
  number integer NOT NULL CHECK (number > 0),
  PRIMARY KEY (office, store),
  UNIQUE (office, number)
);
CREATE TABLE kiosk.seen (
  role text PRIMARY KEY DEFAULT session_user,
  office text NOT NULL DEFAULT kiosk.office(),
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE FUNCTION kiosk.handed_over() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO kiosk.handover (office, ref, version, former, holder)
    VALUES (new.office, new.ref, new.version, old.holder, new.holder);
  RETURN NULL;
END $$;
CREATE TRIGGER handed_over AFTER UPDATE ON kiosk.visit FOR EACH ROW WHEN (old.holder <> new.holder)
  EXECUTE FUNCTION kiosk.handed_over();
CREATE FUNCTION kiosk.listed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NOTIFY kiosk_visit;
  RETURN NULL;
END $$;
CREATE TRIGGER listed AFTER INSERT ON kiosk.visit FOR EACH STATEMENT EXECUTE FUNCTION kiosk.listed();
CREATE TRIGGER listed_anew AFTER UPDATE ON kiosk.visit FOR EACH ROW
  WHEN ((old.holder, old.stage) <> (new.holder, new.stage)) EXECUTE FUNCTION kiosk.listed();

ALTER TABLE kiosk.visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE kiosk.handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE kiosk.set_aside ENABLE ROW LEVEL SECURITY;
ALTER TABLE kiosk.series ENABLE ROW LEVEL SECURITY;
ALTER TABLE kiosk.seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON kiosk.visit USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()) AND holder IN ('', session_user) AND made_by = session_user);
CREATE POLICY own ON kiosk.handover USING (office = (SELECT kiosk.office()));
CREATE POLICY own ON kiosk.set_aside USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()) AND (made_by = session_user OR body = ''));
CREATE POLICY own ON kiosk.series USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()));
CREATE POLICY own ON kiosk.seen USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()) AND role = session_user);

REVOKE ALL ON FUNCTION kiosk.handed_over(), kiosk.listed() FROM PUBLIC;
GRANT USAGE ON SCHEMA kiosk TO kiosk_counter;
GRANT EXECUTE ON FUNCTION kiosk.office() TO kiosk_counter;
GRANT EXECUTE ON FUNCTION kiosk.listed() TO kiosk_terminal;
GRANT SELECT (office, ref, version, stage, holder, made_by, content, day, changed_at),
  INSERT (ref, stage, holder, slip, content, words, line, body, day),
  UPDATE (version, stage, holder, made_by, slip, content, words, line, body, day, changed_at)
  ON kiosk.visit TO kiosk_terminal;
GRANT SELECT ON kiosk.visit TO kiosk_counter;
GRANT SELECT (office, ref, line, body), INSERT (ref, line, body), UPDATE (line, body) ON kiosk.set_aside
  TO kiosk_counter;
GRANT INSERT (ref, line, body) ON kiosk.set_aside TO kiosk_terminal;
GRANT SELECT, INSERT (store, number) ON kiosk.series TO kiosk_terminal;
GRANT SELECT, INSERT (role), UPDATE (at) ON kiosk.seen TO kiosk_terminal;
GRANT SELECT ON kiosk.handover TO kiosk_reader;
GRANT SELECT (office, stage, day, changed_at) ON kiosk.visit TO kiosk_reader;
"""
