-- What an order owes, as of a version of it, and what has been paid.
CREATE TABLE bills (
    order_id      bigint  PRIMARY KEY,
    restaurant_id bigint  NOT NULL,
    order_version bigint  NOT NULL,
    currency      text    NOT NULL,
    total_cents   bigint  NOT NULL CHECK (total_cents >= 0),
    paid_cents    bigint  NOT NULL DEFAULT 0 CHECK (paid_cents >= 0)
);

CREATE SEQUENCE payments_seq;
CREATE TABLE payments (
    payment_id     bigint      PRIMARY KEY DEFAULT nextval('payments_seq'),
    restaurant_id  bigint      NOT NULL,
    order_id       bigint      NOT NULL REFERENCES bills,
    method         text        NOT NULL CHECK (method IN ('CARD', 'CASH')),
    state          text        NOT NULL CHECK (state IN
        ('INITIATED', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'CANCELLED', 'UNKNOWN')),
    amount_cents   bigint      NOT NULL CHECK (amount_cents > 0),
    tendered_cents bigint,
    change_cents   bigint,
    tip_cents      bigint      NOT NULL DEFAULT 0 CHECK (tip_cents >= 0),
    currency       text        NOT NULL,
    cashier_id     bigint      NOT NULL,
    cashier_name   text        NOT NULL,
    business_date  date        NOT NULL,
    paid_at        timestamptz NOT NULL,
    CHECK (method <> 'CASH' OR (tendered_cents >= amount_cents AND change_cents >= 0))
);
-- The payments of a bill.
CREATE INDEX payments_of_order ON payments (order_id, payment_id);
