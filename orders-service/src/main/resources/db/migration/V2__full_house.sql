-- Tables stay where their history is: one that is taken away is no longer active.
ALTER TABLE dining_tables ADD COLUMN active boolean NOT NULL DEFAULT true;

ALTER TABLE orders
    ADD COLUMN client_ref uuid,                            -- made by the device that took it, perhaps offline
    ADD COLUMN taken_at   timestamptz,                     -- by the device's clock
    ADD COLUMN additional boolean NOT NULL DEFAULT true,   -- opened on an occupied table on purpose
    ADD COLUMN paid_cents bigint  NOT NULL DEFAULT 0,      -- as payment events told
    ADD COLUMN discounts  text    NOT NULL DEFAULT '[]',   -- JSON
    ADD COLUMN customer   text,                            -- JSON, for takeaway and delivery
    ADD COLUMN due_at     timestamptz,                     -- when takeaway and delivery are wanted
    ADD COLUMN merged_into bigint REFERENCES orders;
ALTER TABLE orders ALTER COLUMN additional SET DEFAULT false; -- true was for the rows from before this rule
-- Two first orders on one table at once: the second is refused.
CREATE UNIQUE INDEX orders_first_at_table ON orders (table_id) WHERE status = 'OPEN' AND NOT additional;
-- One order per order of a device, whatever keys it is sent with.
CREATE UNIQUE INDEX orders_client_ref ON orders (restaurant_id, client_ref) WHERE client_ref IS NOT NULL;
-- Search by day, by waiter, by table; newest first.
CREATE INDEX orders_by_day ON orders (restaurant_id, business_date, order_id DESC);
CREATE INDEX orders_by_waiter ON orders (restaurant_id, waiter_id, order_id DESC);
CREATE INDEX orders_by_table ON orders (table_id, order_id DESC);

ALTER TABLE order_items
    ADD COLUMN uid              uuid,                      -- made by the device
    ADD COLUMN version          integer NOT NULL DEFAULT 1,
    ADD COLUMN formule          text,                      -- JSON; the set menu that it was ordered in
    ADD COLUMN allergies        text    NOT NULL DEFAULT '', -- what the guest must not eat, separated by commas
    ADD COLUMN allergen_warning text    NOT NULL DEFAULT '', -- those of them that are in the dish
    ADD COLUMN target_seconds   integer,                   -- how long the kitchen should take
    ADD COLUMN portions_set     bigint,                    -- the count of portions that it was taken from
    ADD COLUMN ready_at         timestamptz,
    ADD COLUMN served_at        timestamptz,
    ADD COLUMN void_reason      text;
CREATE UNIQUE INDEX order_items_uid ON order_items (restaurant_id, uid) WHERE uid IS NOT NULL;

-- Every change of an order: who, when, what, approved by whom. Never updated.
CREATE TABLE order_history (
    order_id         bigint      NOT NULL,
    version          bigint      NOT NULL,
    restaurant_id    bigint      NOT NULL,
    at               timestamptz NOT NULL,
    action           text        NOT NULL,
    staff_id         bigint,               -- null: payments-service
    staff_name       text,
    approved_by_id   bigint,
    approved_by_name text,
    reason           text,
    changes          text        NOT NULL, -- JSON
    PRIMARY KEY (order_id, version)
);

-- Portions left of dishes that are counted. The check sells the last one once.
CREATE TABLE portions (
    restaurant_id    bigint  NOT NULL,
    dish_id          bigint  NOT NULL,
    portions_set     bigint  NOT NULL, -- rises when the kitchen sets a new number
    portions_left    integer NOT NULL CONSTRAINT portions_not_oversold CHECK (portions_left >= 0),
    portions_version bigint  NOT NULL DEFAULT 1, -- rises with every change: whoever is told knows the latest
    taken            integer NOT NULL, -- by the last order
    PRIMARY KEY (restaurant_id, dish_id)
);

-- Stations whose slips are printed, and where they go while a printer is out of order.
CREATE TABLE slip_printers (
    restaurant_id bigint  NOT NULL,
    station       text    NOT NULL,
    active        boolean NOT NULL DEFAULT true,
    redirect_to   text,
    PRIMARY KEY (restaurant_id, station)
);

CREATE TABLE print_jobs (
    job_id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    restaurant_id bigint      NOT NULL,
    station       text        NOT NULL, -- whose slip it is
    printer       text        NOT NULL, -- the station whose printer prints it
    order_id      bigint      NOT NULL,
    order_version bigint      NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('NEW', 'VOID', 'FIRE')),
    lines         text        NOT NULL, -- JSON
    state         text        NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'PRINTING', 'PRINTED')),
    attempts      integer     NOT NULL DEFAULT 0,
    leased_until  timestamptz,
    last_error    text,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    printed_at    timestamptz
);
-- What a printer still has to print, oldest first.
CREATE INDEX print_jobs_open ON print_jobs (restaurant_id, printer, job_id) WHERE state <> 'PRINTED';
-- Housekeeping deletes by age.
CREATE INDEX print_jobs_created_at ON print_jobs (created_at);
