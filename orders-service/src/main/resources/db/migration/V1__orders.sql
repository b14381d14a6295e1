CREATE TABLE dining_tables (
    table_id      bigint  PRIMARY KEY,
    restaurant_id bigint  NOT NULL,
    area          text    NOT NULL,
    name          text    NOT NULL,
    seats         integer NOT NULL CHECK (seats > 0),
    UNIQUE (restaurant_id, name)
);
-- The floor of a restaurant, by keyset.
CREATE INDEX dining_tables_by_restaurant ON dining_tables (restaurant_id, table_id);

CREATE SEQUENCE orders_seq;
CREATE TABLE orders (
    order_id      bigint      PRIMARY KEY,
    restaurant_id bigint      NOT NULL,
    table_id      bigint      REFERENCES dining_tables,
    service_mode  text        NOT NULL CHECK (service_mode IN ('DINE_IN', 'TAKEAWAY', 'DELIVERY')),
    status        text        NOT NULL CHECK (status IN ('OPEN', 'CLOSED', 'CANCELLED')),
    version       bigint      NOT NULL,
    covers        integer,
    waiter_id     bigint      NOT NULL,
    waiter_name   text        NOT NULL,
    currency      text        NOT NULL,
    total_cents   bigint      NOT NULL CHECK (total_cents >= 0),
    business_date date        NOT NULL,
    opened_at     timestamptz NOT NULL,
    closed_at     timestamptz,
    CHECK ((service_mode = 'DINE_IN') = (table_id IS NOT NULL))
);
-- History, newest first; open orders; the orders at a table.
CREATE INDEX orders_by_restaurant ON orders (restaurant_id, order_id DESC);
CREATE INDEX orders_open ON orders (restaurant_id, order_id DESC) WHERE status = 'OPEN';
CREATE INDEX orders_at_table ON orders (table_id) WHERE status = 'OPEN';

CREATE SEQUENCE order_items_seq;
CREATE TABLE order_items (
    item_id          bigint      PRIMARY KEY,
    order_id         bigint      NOT NULL REFERENCES orders,
    restaurant_id    bigint      NOT NULL,
    dish_id          bigint      NOT NULL,
    name             text        NOT NULL,
    quantity         integer     NOT NULL CHECK (quantity > 0),
    unit_price_cents bigint      NOT NULL CHECK (unit_price_cents >= 0), -- options included, as of the order
    vat_rate_bp      integer     NOT NULL,
    options          text        NOT NULL, -- JSON
    note             text,
    course           integer     NOT NULL,
    seat             integer,
    station          text        NOT NULL,
    state            text        NOT NULL,
    sent_at          timestamptz
);
CREATE INDEX order_items_of_order ON order_items (order_id, item_id);
-- The kitchen's board: what a station still has to do, oldest first.
CREATE INDEX order_items_on_board ON order_items (restaurant_id, station, sent_at)
    WHERE state IN ('SENT', 'PREPARING', 'READY');
