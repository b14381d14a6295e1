-- Accounting: every settled bill and every closing becomes an entry, and each entry goes to the ERP.

-- Where a restaurant's entries have got to. The row is locked while an entry is written: numbers have no gap, and
-- entries commit in their sequence.
CREATE TABLE accounting_books (
    restaurant_id bigint PRIMARY KEY,
    seq           bigint NOT NULL, -- of all entries
    posted_no     bigint NOT NULL, -- last number in the journal of what is posted
    noted_no      bigint NOT NULL, -- last number in the journal of what posts nothing
    last_date     date             -- of the last entry that was posted: later ones are never dated before it
);

CREATE TABLE accounting_entries (
    entry_id      uuid        PRIMARY KEY, -- the Idempotency-Key with which the ERP gets it
    restaurant_id bigint      NOT NULL,
    seq           bigint      NOT NULL,
    journal       text        NOT NULL,
    entry_no      bigint      NOT NULL CHECK (entry_no > 0),
    type          text        NOT NULL CHECK (type IN ('SALE', 'CREDIT', 'CLOSING')),
    document_no   text        NOT NULL,
    posted        boolean     NOT NULL, -- has lines; only these go into the FEC
    siren         text,
    currency      text,
    entry_date    date        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    document      text        NOT NULL, -- JSON, to the letter what the ERP gets
    UNIQUE (restaurant_id, seq),                 -- the list of entries
    UNIQUE (restaurant_id, journal, entry_no),
    UNIQUE (restaurant_id, type, document_no)    -- no ticket and no closing is booked twice
);
-- A period of the FEC, without a look at the entries themselves.
CREATE INDEX accounting_entries_posted ON accounting_entries (restaurant_id, entry_date, seq)
    INCLUDE (siren, currency) WHERE posted;

-- What is in the books stays as it is (Code de commerce art. R123-173: validated entries are definitive).
CREATE FUNCTION accounting_entries_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'accounting entries are never changed'; END $$;
CREATE TRIGGER accounting_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON accounting_entries
    FOR EACH STATEMENT EXECUTE FUNCTION accounting_entries_stay();

-- How each entry fares on its way to the ERP.
CREATE TABLE accounting_deliveries (
    entry_id        uuid        PRIMARY KEY REFERENCES accounting_entries,
    restaurant_id   bigint      NOT NULL,
    seq             bigint      NOT NULL,
    state           text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'SENT', 'DEAD')),
    attempts        int         NOT NULL DEFAULT 0,
    strikes         int         NOT NULL DEFAULT 0, -- attempts that failed though the ERP was there
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    sent_at         timestamptz,
    last_failure    text
);
-- The next one to be sent, and lists by state.
CREATE INDEX accounting_deliveries_state ON accounting_deliveries (restaurant_id, state, seq);
-- What waits and what is dead, counted for the gauges.
CREATE INDEX accounting_deliveries_open ON accounting_deliveries (state, next_attempt_at) WHERE state <> 'SENT';

-- Whose turn it is to send for a restaurant: one instance at a time, for as long as the lease lasts.
CREATE TABLE accounting_queues (
    restaurant_id bigint      PRIMARY KEY,
    leased_until  timestamptz NOT NULL DEFAULT now()
);
