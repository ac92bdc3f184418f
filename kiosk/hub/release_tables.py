"""The step that lets a city's signed bundles of forms lie in the hub, and an erasure reach what was set aside.

What is gone says so under the office's keys (`content`): the server alone cannot have anything erased.
A bundle is no secret: it is signed by who released it, and each machine checks that for itself before it installs one.
"""

RELEASES = """
CREATE TABLE kiosk.release (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  office text NOT NULL DEFAULT kiosk.office(),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  made_by text NOT NULL DEFAULT session_user,
  body bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (office, digest),
  CHECK (digest = encode(sha256(body), 'hex'))
);
ALTER TABLE kiosk.release ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE kiosk.release ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON kiosk.release USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()) AND made_by = session_user);
GRANT SELECT ON kiosk.release TO kiosk_terminal;
GRANT INSERT (digest, body) ON kiosk.release TO kiosk_counter;
ALTER TABLE kiosk.visit DROP CONSTRAINT visit_check;
ALTER TABLE kiosk.visit ADD CONSTRAINT visit_check
  CHECK (stage <> 'gone' OR (line = '' AND body = '' AND words = '{}' AND slip = '' AND holder = ''));
CREATE INDEX visit_gone ON kiosk.visit (office, changed_at) WHERE stage = 'gone';
GRANT SELECT (office, ref), UPDATE (line, body) ON kiosk.set_aside TO kiosk_terminal;
"""

DAYS = """
ALTER TABLE kiosk.release ADD COLUMN day date NOT NULL DEFAULT current_date;
GRANT INSERT (day) ON kiosk.release TO kiosk_counter;
"""
"""From which day a bundle is to be in force."""
