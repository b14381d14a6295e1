-- The fiscal journal (CGI art. 286 I 3° bis). Entries are only ever added: triggers refuse everything else to everybody,
-- and grants to the service when migrations run as another role.

-- One chain per restaurant, and how far it has come. Whoever appends locks the row.
CREATE TABLE fiscal_chains (
    restaurant_id    bigint      PRIMARY KEY,
    siret            text,                           -- null until it has become known; then it stays
    training         boolean     NOT NULL DEFAULT false,
    head_sequence    bigint      NOT NULL DEFAULT 0,
    head_hash        text        NOT NULL DEFAULT repeat('0', 64),
    head_recorded_at timestamptz NOT NULL DEFAULT 'epoch'
);

-- The document is what is hashed and signed. What is searched by is taken from it and so can't tell anything else.
CREATE TABLE fiscal_entries (
    restaurant_id bigint NOT NULL GENERATED ALWAYS AS ((document::json ->> 'chain')::bigint) STORED,
    sequence      bigint NOT NULL GENERATED ALWAYS AS ((document::json ->> 'sequence')::bigint) STORED,
    kind          text   NOT NULL GENERATED ALWAYS AS (document::json ->> 'kind') STORED,
    recorded_at   text   COLLATE "C" NOT NULL GENERATED ALWAYS AS (document::json ->> 'recorded_at') STORED,
    document      text   NOT NULL, -- canonical JSON, RFC 8785
    hash          text   NOT NULL, -- SHA-256 of the document
    signature     text   NOT NULL, -- ECDSA P-256 of the document
    PRIMARY KEY (restaurant_id, sequence)
);
-- The journal by kind, newest first.
CREATE INDEX fiscal_entries_by_kind ON fiscal_entries (restaurant_id, kind, sequence);
-- A period's first and last entry.
CREATE INDEX fiscal_entries_by_time ON fiscal_entries (restaurant_id, recorded_at);

-- Public keys that signed entries. Not believed: what is trusted comes from elsewhere.
CREATE TABLE fiscal_keys (
    key_id        text        PRIMARY KEY,
    public_key    text        NOT NULL, -- PEM
    first_used_at timestamptz NOT NULL DEFAULT now()
);

-- Archives that were made. Their entries are read from the journal again whenever one is fetched.
CREATE TABLE fiscal_archives (
    archive_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    restaurant_id bigint      NOT NULL,
    manifest      text        NOT NULL, -- canonical JSON
    signature     text        NOT NULL,
    public_keys   text        NOT NULL, -- PEM, as they went into it
    made_at       timestamptz NOT NULL,
    made_by_id    bigint      NOT NULL,
    made_by_name  text        NOT NULL
);
CREATE INDEX fiscal_archives_of_restaurant ON fiscal_archives (restaurant_id, archive_id);

-- How far each chain has been verified, and how far the verification that goes round has come again.
CREATE TABLE fiscal_verifications (
    restaurant_id    bigint      PRIMARY KEY,
    verified_to      bigint      NOT NULL,
    rechecked_to     bigint      NOT NULL,
    head_sequence    bigint      NOT NULL,
    checked          bigint      NOT NULL,
    verified_at      timestamptz NOT NULL,
    broken_sequence  bigint,
    fault            text
);

CREATE FUNCTION fiscal_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: what the fiscal journal holds is never changed or removed', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION fiscal_chain_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.restaurant_id <> OLD.restaurant_id OR NEW.training <> OLD.training
        OR (OLD.siret IS NOT NULL AND NEW.siret IS DISTINCT FROM OLD.siret)
        OR NEW.head_sequence <= OLD.head_sequence OR NEW.head_recorded_at < OLD.head_recorded_at THEN
        RAISE EXCEPTION 'a chain of the fiscal journal only grows'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER fiscal_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON fiscal_entries
    FOR EACH STATEMENT EXECUTE FUNCTION fiscal_is_never_changed();
CREATE TRIGGER fiscal_keys_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON fiscal_keys
    FOR EACH STATEMENT EXECUTE FUNCTION fiscal_is_never_changed();
CREATE TRIGGER fiscal_archives_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON fiscal_archives
    FOR EACH STATEMENT EXECUTE FUNCTION fiscal_is_never_changed();
CREATE TRIGGER fiscal_chains_stay BEFORE DELETE OR TRUNCATE ON fiscal_chains
    FOR EACH STATEMENT EXECUTE FUNCTION fiscal_is_never_changed();
CREATE TRIGGER fiscal_chains_grow BEFORE UPDATE ON fiscal_chains
    FOR EACH ROW EXECUTE FUNCTION fiscal_chain_only_grows();
-- Also for sessions that pass for a replica's.
ALTER TABLE fiscal_entries ENABLE ALWAYS TRIGGER fiscal_entries_stay;
ALTER TABLE fiscal_keys ENABLE ALWAYS TRIGGER fiscal_keys_stay;
ALTER TABLE fiscal_archives ENABLE ALWAYS TRIGGER fiscal_archives_stay;
ALTER TABLE fiscal_chains ENABLE ALWAYS TRIGGER fiscal_chains_stay;
ALTER TABLE fiscal_chains ENABLE ALWAYS TRIGGER fiscal_chains_grow;

DO $$
BEGIN
    IF current_user <> '${service_role}' THEN
        REVOKE ALL ON fiscal_entries, fiscal_keys, fiscal_archives, fiscal_chains FROM PUBLIC, "${service_role}";
        GRANT SELECT, INSERT ON fiscal_entries, fiscal_keys, fiscal_archives TO "${service_role}";
        GRANT SELECT, INSERT, UPDATE ON fiscal_chains TO "${service_role}";
    END IF;
END $$;
