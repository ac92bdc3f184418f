"""The second step of the hub's tables: what becomes of a parcel beyond the hub is known to the machine that brought it.

Every change that a machine must hear of has the next number of that machine, given under a lock on its row: numbers
become visible in their order, so a machine that has heard of all up to one has missed none before it. A parcel that a
receiver refuses (`held`) becomes its machine's again once that hears of it (`returned`): from then on it leaves the hub
only when that machine brings it again, asked for once more than before (`asked`), or lets it go. What is said in words
is a `note`, closed for the machine alone. `entry` is the audit record of who administers the hub: only written to.
"""

STANDING = """
ALTER TABLE kiosk.house ADD COLUMN term bigint NOT NULL DEFAULT 1;
ALTER TABLE kiosk.machine ADD COLUMN news bigint NOT NULL DEFAULT 0;
ALTER TABLE kiosk.parcel ADD COLUMN machine name NOT NULL DEFAULT '';
ALTER TABLE kiosk.parcel ALTER COLUMN machine SET DEFAULT session_user;
ALTER TABLE kiosk.delivery ADD COLUMN machine name NOT NULL DEFAULT '';
ALTER TABLE kiosk.delivery ADD COLUMN asked integer NOT NULL DEFAULT 0;
ALTER TABLE kiosk.delivery ADD COLUMN number bigint NOT NULL DEFAULT 0;
ALTER TABLE kiosk.delivery ADD COLUMN note bytea NOT NULL DEFAULT '';
ALTER TABLE kiosk.delivery ADD COLUMN wish text NOT NULL DEFAULT '';
ALTER TABLE kiosk.delivery DROP CONSTRAINT delivery_state_check;
ALTER TABLE kiosk.delivery ADD CONSTRAINT delivery_state_check
  CHECK (state IN ('ready', 'leased', 'held', 'returned', 'delivered', 'acknowledged', 'skipped'));
DROP INDEX kiosk.delivery_blocking;
CREATE INDEX delivery_blocking ON kiosk.delivery (office, destination, order_key, seq)
  WHERE state IN ('ready', 'leased', 'held', 'returned');
CREATE INDEX delivery_news ON kiosk.delivery (machine, destination, number) WHERE number > 0;
CREATE INDEX delivery_held ON kiosk.delivery (machine, destination) WHERE state = 'held';
CREATE TABLE kiosk.answer (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
  seq bigint NOT NULL REFERENCES kiosk.parcel (seq),
  office text NOT NULL,
  machine name NOT NULL,
  destination text NOT NULL,
  number bigint NOT NULL,
  sealed bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX answer_news ON kiosk.answer (machine, destination, number) WHERE number > 0;
CREATE TABLE kiosk.entry (
  number bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  role name NOT NULL,
  staff text NOT NULL CHECK (staff <> ''),
  action text NOT NULL,
  detail text NOT NULL,
  hash text NOT NULL
);

CREATE FUNCTION kiosk.next(who name) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC UPDATE kiosk.machine SET news = news + 1 WHERE role = who RETURNING news; END;
CREATE OR REPLACE FUNCTION kiosk.arrived() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO kiosk.delivery (seq, office, destination, order_key, machine)
    SELECT seq, office, destination, order_key, machine FROM brought;
  NOTIFY kiosk_parcel;
  RETURN NULL;
END $$;
CREATE FUNCTION kiosk.stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.wish <> '' AND NEW.wish <> OLD.wish OR NEW.state NOT IN ('leased', 'returned')
    AND (NEW.state <> OLD.state AND NEW.state <> 'ready' OR NEW.last_code <> OLD.last_code)
  THEN NEW.number := coalesce(kiosk.next(NEW.machine), 0); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stands BEFORE UPDATE ON kiosk.delivery FOR EACH ROW EXECUTE FUNCTION kiosk.stands();
CREATE FUNCTION kiosk.answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  SELECT office, machine, destination INTO NEW.office, NEW.machine, NEW.destination
    FROM kiosk.parcel WHERE seq = NEW.seq AND office = kiosk.office();
  NEW.number := coalesce(kiosk.next(NEW.machine), 0);
  RETURN NEW;
END $$;
CREATE TRIGGER answered BEFORE INSERT ON kiosk.answer FOR EACH ROW EXECUTE FUNCTION kiosk.answered();
CREATE FUNCTION kiosk.again(messages uuid[], times integer[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog AS $$
BEGIN
  UPDATE kiosk.parcel SET machine = session_user
    WHERE message = ANY (messages) AND machine = '' AND office = kiosk.office();
  UPDATE kiosk.delivery AS mine SET asked = given.asked, machine = session_user, wish = '',
    state = CASE WHEN state IN ('held', 'returned', 'delivered', 'acknowledged') THEN 'ready' ELSE state END,
    next_at = clock_timestamp(), changed_at = clock_timestamp()
  FROM unnest(messages, times) AS given (message, asked) JOIN kiosk.parcel USING (message)
  WHERE mine.seq = parcel.seq AND parcel.machine = session_user AND given.asked > mine.asked;
  NOTIFY kiosk_parcel;
END $$;
CREATE FUNCTION kiosk.take_back(place text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
  BEGIN ATOMIC UPDATE kiosk.delivery SET state = 'returned', changed_at = clock_timestamp()
    WHERE state = 'held' AND machine = session_user AND destination = place; END;
CREATE FUNCTION kiosk.let_go(messages uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog AS $$
BEGIN
  UPDATE kiosk.delivery SET state = 'skipped', wish = '', changed_at = clock_timestamp()
    WHERE state = 'returned' AND machine = session_user
      AND seq IN (SELECT seq FROM kiosk.parcel WHERE message = ANY (messages));
  NOTIFY kiosk_parcel;
END $$;
CREATE FUNCTION kiosk.noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE before kiosk.entry;
BEGIN
  LOCK TABLE kiosk.entry IN EXCLUSIVE MODE;
  SELECT * INTO before FROM kiosk.entry ORDER BY number DESC LIMIT 1;
  NEW.number := coalesce(before.number, 0) + 1;
  NEW.at := clock_timestamp();
  NEW.role := session_user;
  NEW.hash := kiosk.seal(coalesce(before.hash, ''), NEW);
  RETURN NEW;
END $$;
CREATE FUNCTION kiosk.seal(before text, of kiosk.entry) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog
  RETURN encode(sha256(convert_to(concat_ws(E'\\n', before, (of).number, extract(epoch FROM (of).at), (of).role,
    (of).staff, (of).action, (of).detail), 'UTF8')), 'hex');
CREATE TRIGGER noted BEFORE INSERT ON kiosk.entry FOR EACH ROW EXECUTE FUNCTION kiosk.noted();
CREATE FUNCTION kiosk.kept() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'the audit record is append-only';
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON kiosk.entry
  FOR EACH STATEMENT EXECUTE FUNCTION kiosk.kept();
CREATE FUNCTION kiosk.alone() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
  RETURN current_setting('synchronous_standby_names') <> ''
    AND NOT EXISTS (SELECT 1 FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum'));

ALTER TABLE kiosk.answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON kiosk.answer USING (office = (SELECT kiosk.office()))
  WITH CHECK (office = (SELECT kiosk.office()));
CREATE POLICY mine ON kiosk.delivery AS RESTRICTIVE TO kiosk_terminal USING (machine = session_user);
CREATE POLICY mine ON kiosk.answer AS RESTRICTIVE TO kiosk_terminal USING (machine = session_user);
REVOKE ALL ON FUNCTION kiosk.next(name), kiosk.stands(), kiosk.answered(), kiosk.noted(), kiosk.kept(),
  kiosk.again(uuid[], integer[]), kiosk.take_back(text), kiosk.let_go(uuid[]), kiosk.alone(),
  kiosk.seal(text, kiosk.entry) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kiosk.again(uuid[], integer[]), kiosk.take_back(text), kiosk.let_go(uuid[]) TO kiosk_terminal;
GRANT EXECUTE ON FUNCTION kiosk.alone() TO kiosk_terminal, kiosk_courier, kiosk_reader;
GRANT SELECT (seq, destination, machine) ON kiosk.parcel TO kiosk_terminal;
GRANT SELECT (seq, office, destination, machine, state, asked, number, last_code, note, wish, changed_at)
  ON kiosk.delivery TO kiosk_terminal;
GRANT SELECT ON kiosk.answer TO kiosk_terminal, kiosk_courier;
GRANT INSERT (id, seq, sealed) ON kiosk.answer TO kiosk_courier;
GRANT UPDATE (note, wish) ON kiosk.delivery TO kiosk_courier;
GRANT INSERT (staff, action, detail), SELECT ON kiosk.entry TO kiosk_courier;
"""
