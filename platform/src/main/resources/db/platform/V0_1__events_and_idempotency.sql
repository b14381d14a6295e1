-- One Idempotency-Key, one effect: the record commits in the effect's transaction.
CREATE TABLE idempotency_records (
    restaurant_id   bigint      NOT NULL,
    staff_id        bigint      NOT NULL,
    operation       text        NOT NULL, -- method and path
    idempotency_key text        NOT NULL,
    request_hash    bytea       NOT NULL, -- SHA-256 of the request as it was understood
    status          smallint    NOT NULL, -- 0 only inside the transaction that runs the effect
    body            bytea       NOT NULL,
    expires_at      timestamptz NOT NULL,
    PRIMARY KEY (restaurant_id, staff_id, operation, idempotency_key)
);
-- Housekeeping deletes by age.
CREATE INDEX idempotency_records_expires_at ON idempotency_records (expires_at);

-- Events commit with the change that they tell of. The relay reads them in (xid, seq) order and only below the oldest
-- transaction still running, so that no row is skipped because an older transaction committed later.
CREATE TABLE outbox (
    xid           xid8        NOT NULL DEFAULT pg_current_xact_id(),
    seq           bigint      GENERATED ALWAYS AS IDENTITY,
    restaurant_id bigint      NOT NULL,
    type          text        NOT NULL,
    topics        text        NOT NULL, -- separated by spaces
    data          text        NOT NULL, -- JSON
    occurred_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (xid, seq)
);

-- When the relay was last up to date: where it starts again should Redis have lost its mark.
CREATE TABLE relay_progress (up_to_date_at timestamptz NOT NULL);
INSERT INTO relay_progress VALUES ('-infinity');

-- Ids of events that a handler has applied, written in the transaction that applies them.
CREATE TABLE inbox (
    handler    text        NOT NULL,
    event_id   text        NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (handler, event_id)
);
CREATE INDEX inbox_applied_at ON inbox (applied_at);
