-- What an order owes, line by line, so that a bill can be split, ticketed and given back without asking again.
ALTER TABLE bills
    ADD COLUMN head           text   NOT NULL DEFAULT '{}' CHECK (json_typeof(head::json) = 'object'),
    ADD COLUMN lines          text   NOT NULL DEFAULT '[]' CHECK (json_typeof(lines::json) = 'array'),
    ADD COLUMN ticketed       text   NOT NULL DEFAULT '[]' CHECK (json_typeof(ticketed::json) = 'array'), -- lines that tickets told of
    ADD COLUMN ticketed_cents bigint NOT NULL DEFAULT 0,
    ADD COLUMN refunded_cents bigint NOT NULL DEFAULT 0 CHECK (refunded_cents >= 0),
    ADD COLUMN credited_cents bigint NOT NULL DEFAULT 0 CHECK (credited_cents >= 0), -- given back although it was owed
    ADD COLUMN reserved_cents bigint NOT NULL DEFAULT 0 CHECK (reserved_cents >= 0), -- a terminal has not answered for it
    ADD CHECK (refunded_cents <= paid_cents),
    ADD CHECK (credited_cents <= total_cents);

-- Tills, as they are named when their drawer is opened.
CREATE SEQUENCE cash_sessions_seq;
CREATE TABLE cash_sessions (
    session_id       bigint      PRIMARY KEY DEFAULT nextval('cash_sessions_seq'),
    restaurant_id    bigint      NOT NULL,
    till             text        NOT NULL CHECK (length(till) BETWEEN 1 AND 40),
    currency         text        NOT NULL,
    business_date    date        NOT NULL,
    opened_at        timestamptz NOT NULL,
    opened_by_id     bigint      NOT NULL,
    opened_by_name   text        NOT NULL,
    float_cents      bigint      NOT NULL CHECK (float_cents >= 0),
    expected_cents   bigint      NOT NULL,               -- float, and what came and went since
    closed_at        timestamptz,
    closed_by_id     bigint,
    closed_by_name   text,
    counts           text,                               -- JSON, coins and notes: value in cents → how many
    counted_cents    bigint      CHECK (counted_cents >= 0),
    difference_cents bigint,
    CHECK ((closed_at IS NULL) = (counted_cents IS NULL)),
    CHECK (difference_cents = counted_cents - expected_cents)
);
-- One open session per till, whoever opens it at the same moment.
CREATE UNIQUE INDEX cash_sessions_one_open ON cash_sessions (restaurant_id, till) WHERE closed_at IS NULL;
-- Sessions, newest first.
CREATE INDEX cash_sessions_list ON cash_sessions (restaurant_id, session_id DESC);

CREATE SEQUENCE cash_movements_seq;
CREATE TABLE cash_movements (
    movement_id      bigint      PRIMARY KEY DEFAULT nextval('cash_movements_seq'),
    session_id       bigint      NOT NULL REFERENCES cash_sessions,
    restaurant_id    bigint      NOT NULL,
    kind             text        NOT NULL CHECK (kind IN ('PAID_IN', 'PAID_OUT', 'NO_SALE', 'SALE', 'REFUND')),
    amount_cents     bigint      NOT NULL,               -- negative: out of the drawer
    payment_id       bigint,
    reason           text,
    staff_id         bigint      NOT NULL,
    staff_name       text        NOT NULL,
    approved_by_id   bigint,
    approved_by_name text,
    at               timestamptz NOT NULL
);
-- What went through a drawer.
CREATE INDEX cash_movements_of_session ON cash_movements (session_id, movement_id);

ALTER TABLE payments
    DROP CONSTRAINT payments_method_check,
    ADD CONSTRAINT payments_method_check CHECK (method IN ('CARD', 'CASH', 'MEAL_VOUCHER', 'CHEQUE')),
    ADD COLUMN session_id      bigint REFERENCES cash_sessions,
    ADD COLUMN till            text,
    ADD COLUMN item_ids        bigint[] NOT NULL DEFAULT '{}', -- what it was taken for; empty: a part of the bill
    ADD COLUMN voucher_holder  text,                           -- tells one guest's vouchers of a day from another's
    ADD COLUMN terminal_ref    text,                           -- the terminal's name for it
    ADD COLUMN refunded_cents  bigint NOT NULL DEFAULT 0 CHECK (refunded_cents >= 0),
    ADD COLUMN ticket_no       bigint,
    ADD COLUMN left_cents      bigint NOT NULL DEFAULT 0,      -- on the bill, after it
    ADD COLUMN idempotency_key text,                           -- of the request, while a terminal has not answered
    ADD CHECK (refunded_cents <= amount_cents);
-- One request, one payment, also while a terminal is asked.
CREATE UNIQUE INDEX payments_by_key ON payments (restaurant_id, cashier_id, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
-- Payments that a terminal has not answered for: a few rows, looked at every few seconds.
CREATE INDEX payments_unresolved ON payments (paid_at) WHERE state IN ('INITIATED', 'AUTHORIZED', 'UNKNOWN');
-- A guest's vouchers of a day.
CREATE INDEX payments_of_voucher_holder ON payments (restaurant_id, business_date, voucher_holder)
    WHERE method = 'MEAL_VOUCHER';

CREATE TABLE refunds (
    refund_id        bigint      PRIMARY KEY DEFAULT nextval('payments_seq'), -- never the number of a payment
    payment_id       bigint      NOT NULL REFERENCES payments,
    restaurant_id    bigint      NOT NULL,
    order_id         bigint      NOT NULL REFERENCES bills,
    amount_cents     bigint      NOT NULL CHECK (amount_cents > 0),
    credited_cents   bigint      NOT NULL CHECK (credited_cents BETWEEN 0 AND amount_cents), -- part that was owed
    reason           text        NOT NULL,
    session_id       bigint      REFERENCES cash_sessions,
    ticket_no        bigint,
    cashier_id       bigint      NOT NULL,
    cashier_name     text        NOT NULL,
    approved_by_id   bigint      NOT NULL,
    approved_by_name text        NOT NULL,
    business_date    date        NOT NULL,
    refunded_at      timestamptz NOT NULL
);
-- The refunds of a bill.
CREATE INDEX refunds_of_order ON refunds (order_id, refund_id);

-- Numbers without a gap, per restaurant: taken in the transaction that uses them.
CREATE TABLE numbers (
    restaurant_id bigint NOT NULL,
    name          text   NOT NULL,
    last          bigint NOT NULL,
    PRIMARY KEY (restaurant_id, name)
);

-- Tickets as they were issued.
CREATE TABLE tickets (
    restaurant_id bigint      NOT NULL,
    ticket_no     bigint      NOT NULL,
    order_id      bigint      NOT NULL REFERENCES bills,
    kind          text        NOT NULL CHECK (kind IN ('SALE', 'CREDIT')),
    total_cents   bigint      NOT NULL,
    business_date date        NOT NULL,
    issued_at     timestamptz NOT NULL,
    content       text        NOT NULL CHECK (json_typeof(content::json) = 'object'),
    PRIMARY KEY (restaurant_id, ticket_no)
);
-- The tickets of an order.
CREATE INDEX tickets_of_order ON tickets (order_id, ticket_no);

-- Notes and receipts as they were printed. The first print is the original, each further one a numbered duplicata.
CREATE SEQUENCE documents_seq;
CREATE TABLE documents (
    document_id   bigint      PRIMARY KEY DEFAULT nextval('documents_seq'),
    restaurant_id bigint      NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('NOTE', 'RECEIPT')),
    number        bigint      NOT NULL,
    order_id      bigint      NOT NULL REFERENCES bills,
    payment_id    bigint      REFERENCES payments,        -- of a receipt
    order_version bigint      NOT NULL,
    content       text        NOT NULL CHECK (json_typeof(content::json) = 'object'),
    prints        integer     NOT NULL DEFAULT 1 CHECK (prints > 0),
    issued_at     timestamptz NOT NULL,
    UNIQUE (restaurant_id, kind, number)
);
-- The last note of an order, the receipt of a payment.
CREATE INDEX documents_of_order ON documents (order_id, kind, document_id DESC);
CREATE UNIQUE INDEX documents_one_receipt ON documents (payment_id) WHERE kind = 'RECEIPT';

-- Rules for meal vouchers (titres-restaurant), each from a day on.
CREATE TABLE meal_voucher_rules (
    valid_from         date      PRIMARY KEY,
    daily_cap_cents    bigint    NOT NULL CHECK (daily_cap_cents > 0),
    excluded_vat_rates integer[] NOT NULL
);
-- Code du travail, R3262-10: 19 EUR a day; 25 EUR by décret 2022-1266 from October 2022. Alcohol (20 %) is never eligible.
INSERT INTO meal_voucher_rules VALUES ('2014-03-01', 1900, '{2000}'), ('2022-10-01', 2500, '{2000}');

-- Who sells, as staff-service last said: bills are settled while it is away, too.
CREATE TABLE sellers (
    restaurant_id bigint      PRIMARY KEY,
    content       text        NOT NULL CHECK (json_typeof(content::json) = 'object'),
    read_at       timestamptz NOT NULL
);
