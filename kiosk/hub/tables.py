"""The hub's tables, who may do what there, and the steps from one version to the next.

Five roles: `kiosk_owner` has the tables, `kiosk_terminal` brings parcels and visits, `kiosk_counter` reads visits, too,
`kiosk_courier` takes parcels on, `kiosk_reader` counts. Each machine is a login of its own and belongs to an office.
Row-level security stands on every table of an office. No role deletes anything, none changes a parcel.
"""

from kiosk.hub.release_tables import DAYS, RELEASES
from kiosk.hub.standing import STANDING
from kiosk.hub.visit_tables import COUNTER, VISITS

OWNER, TERMINAL, COURIER, READER = "kiosk_owner", "kiosk_terminal", "kiosk_courier", "kiosk_reader"
ROLES = (OWNER, TERMINAL, COUNTER, COURIER, READER)

_FIRST = """
CREATE TABLE kiosk.house (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  single boolean PRIMARY KEY DEFAULT true CHECK (single)
);
INSERT INTO kiosk.house DEFAULT VALUES;
CREATE TABLE kiosk.machine (
  role name PRIMARY KEY,
  office text NOT NULL CHECK (office ~ '^[0-9A-Za-z-]{1,20}$'),
  kind text NOT NULL CHECK (kind IN ('terminal', 'courier', 'reader'))
);
CREATE FUNCTION kiosk.office() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  RETURN (SELECT office FROM kiosk.machine WHERE role = session_user);
CREATE TABLE kiosk.parcel (
  message uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  office text NOT NULL DEFAULT kiosk.office(),
  destination text NOT NULL CHECK (destination ~ '^[1-9][0-9]{0,2}$'),
  order_key text NOT NULL CHECK (order_key ~ '^[0-9a-f]{64}$'),
  content text NOT NULL CHECK (content ~ '^[0-9a-f]{64}$'),
  sha256 text NOT NULL,
  body bytea NOT NULL,
  CHECK (sha256 = encode(sha256(body), 'hex'))
);
ALTER TABLE kiosk.parcel ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TABLE kiosk.delivery (
  seq bigint PRIMARY KEY REFERENCES kiosk.parcel (seq),
  office text NOT NULL,
  destination text NOT NULL,
  order_key text NOT NULL,
  state text NOT NULL DEFAULT 'ready'
    CHECK (state IN ('ready', 'leased', 'held', 'delivered', 'acknowledged', 'skipped')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  lease_token bigint NOT NULL DEFAULT 0,
  last_code text NOT NULL DEFAULT '',
  receipt text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 70);
CREATE INDEX delivery_due ON kiosk.delivery (office, destination, next_at, seq) WHERE state IN ('ready', 'leased');
CREATE INDEX delivery_blocking ON kiosk.delivery (office, destination, order_key, seq)
  WHERE state IN ('ready', 'leased', 'held');
CREATE TABLE kiosk.sender (
  office text NOT NULL DEFAULT kiosk.office(),
  store text NOT NULL,
  destination text NOT NULL,
  head text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (office, store, destination)
);
CREATE FUNCTION kiosk.arrived() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO kiosk.delivery (seq, office, destination, order_key)
    SELECT seq, office, destination, order_key FROM brought;
  NOTIFY kiosk_parcel;
  RETURN NULL;
END $$;
CREATE TRIGGER arrived AFTER INSERT ON kiosk.parcel REFERENCING NEW TABLE AS brought
  FOR EACH STATEMENT EXECUTE FUNCTION kiosk.arrived();

ALTER TABLE kiosk.parcel ENABLE ROW LEVEL SECURITY;
ALTER TABLE kiosk.delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE kiosk.sender ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON kiosk.parcel USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()));
CREATE POLICY own ON kiosk.delivery USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()));
CREATE POLICY own ON kiosk.sender USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()));

GRANT USAGE ON SCHEMA kiosk TO kiosk_terminal, kiosk_courier, kiosk_reader;
REVOKE ALL ON FUNCTION kiosk.office(), kiosk.arrived() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kiosk.office() TO kiosk_terminal, kiosk_courier, kiosk_reader;
GRANT SELECT ON kiosk.house, kiosk.step TO kiosk_terminal, kiosk_courier, kiosk_reader;
GRANT INSERT (message, destination, order_key, content, sha256, body), SELECT (message, content)
  ON kiosk.parcel TO kiosk_terminal;
GRANT SELECT, INSERT (store, destination, head), UPDATE (head, changed_at) ON kiosk.sender TO kiosk_terminal;
GRANT SELECT ON kiosk.parcel, kiosk.delivery TO kiosk_courier;
GRANT UPDATE (state, attempts, next_at, lease_token, last_code, receipt, changed_at) ON kiosk.delivery TO kiosk_courier;
GRANT SELECT (office, destination, state, created_at, changed_at) ON kiosk.delivery TO kiosk_reader;
"""

STEPS: tuple[str, ...] = (_FIRST, STANDING, VISITS, RELEASES, DAYS)
"""What leads from each version to the next; a step that was published is never edited (its digest is kept there)."""
