-- Up to which day a restaurant's books are closed. No row: nothing was closed yet.
CREATE TABLE closed_days (
    restaurant_id  bigint PRIMARY KEY,
    closed_through date   NOT NULL
);

-- Running totals of a business day. A row says that the day has bookings; each booking locks it first.
CREATE TABLE day_totals (
    restaurant_id   bigint NOT NULL,
    business_date   date   NOT NULL,
    first_ticket_no bigint,
    last_ticket_no  bigint,
    tickets         bigint NOT NULL DEFAULT 0,
    credits         bigint NOT NULL DEFAULT 0,
    orders          bigint NOT NULL DEFAULT 0,
    covers          bigint NOT NULL DEFAULT 0,
    takings         bigint NOT NULL DEFAULT 0,
    discount_cents  bigint NOT NULL DEFAULT 0,
    sales_cents     bigint NOT NULL DEFAULT 0,
    credit_cents    bigint NOT NULL DEFAULT 0,           -- zero or negative
    seller          text,                                -- JSON, as the last ticket named it
    PRIMARY KEY (restaurant_id, business_date)
);

CREATE TABLE day_vat (
    restaurant_id bigint  NOT NULL,
    business_date date    NOT NULL,
    vat_rate_bp   integer NOT NULL,
    net_cents     bigint  NOT NULL,
    vat_cents     bigint  NOT NULL,
    gross_cents   bigint  NOT NULL,
    PRIMARY KEY (restaurant_id, business_date, vat_rate_bp),
    CHECK (net_cents + vat_cents = gross_cents)
);

CREATE TABLE day_methods (
    restaurant_id  bigint NOT NULL,
    business_date  date   NOT NULL,
    method         text   NOT NULL,
    payments       bigint NOT NULL,
    paid_cents     bigint NOT NULL,
    refunds        bigint NOT NULL,
    refunded_cents bigint NOT NULL CHECK (refunded_cents <= 0),
    tip_cents      bigint NOT NULL,
    PRIMARY KEY (restaurant_id, business_date, method)
);

CREATE TABLE day_waiters (
    restaurant_id  bigint NOT NULL,
    business_date  date   NOT NULL,
    staff_id       bigint NOT NULL,
    staff_name     text   NOT NULL,
    tickets        bigint NOT NULL,
    orders         bigint NOT NULL,
    covers         bigint NOT NULL,
    discount_cents bigint NOT NULL,
    total_cents    bigint NOT NULL,
    tip_cents      bigint NOT NULL,
    PRIMARY KEY (restaurant_id, business_date, staff_id)
);

-- By quarter of an hour in UTC: every time zone's hours are made of whole ones (Kathmandu is at 5:45).
CREATE TABLE day_quarters (
    restaurant_id bigint      NOT NULL,
    business_date date        NOT NULL,
    quarter       timestamptz NOT NULL,
    tickets       bigint      NOT NULL,
    covers        bigint      NOT NULL,
    total_cents   bigint      NOT NULL,
    PRIMARY KEY (restaurant_id, business_date, quarter)
);

CREATE TABLE day_dishes (
    restaurant_id  bigint NOT NULL,
    business_date  date   NOT NULL,
    dish_id        bigint NOT NULL,
    name           text   NOT NULL,                      -- as it was last sold
    quantity       bigint NOT NULL,
    discount_cents bigint NOT NULL,
    total_cents    bigint NOT NULL,
    PRIMARY KEY (restaurant_id, business_date, dish_id)
);

-- Orders that have a ticket: their covers are counted with the first one only.
CREATE TABLE booked_orders (
    restaurant_id bigint NOT NULL,
    order_id      bigint NOT NULL,
    PRIMARY KEY (restaurant_id, order_id)
);

-- What was taken off, per person and whoever approved (0: nobody was asked).
CREATE TABLE day_losses (
    restaurant_id    bigint NOT NULL,
    business_date    date   NOT NULL,
    kind             text   NOT NULL,
    staff_id         bigint NOT NULL,
    staff_name       text   NOT NULL,
    approved_by_id   bigint NOT NULL DEFAULT 0,
    approved_by_name text,
    times            bigint NOT NULL,
    amount_cents     bigint NOT NULL,
    PRIMARY KEY (restaurant_id, business_date, kind, staff_id, approved_by_id),
    CHECK ((approved_by_id = 0) = (approved_by_name IS NULL))
);

-- Closings as they were made; the perpetual totals are where the next one goes on from.
CREATE SEQUENCE closings_seq;
CREATE TABLE closings (
    closing_id             bigint      PRIMARY KEY DEFAULT nextval('closings_seq'),
    restaurant_id          bigint      NOT NULL,
    kind                   text        NOT NULL CHECK (kind IN ('DAY', 'MONTH', 'YEAR')),
    closing_no             bigint      NOT NULL CHECK (closing_no > 0),
    first_day              date        NOT NULL,
    last_day               date        NOT NULL CHECK (last_day >= first_day),
    closed_at              timestamptz NOT NULL,
    perpetual_net_cents    bigint      NOT NULL,
    perpetual_vat_cents    bigint      NOT NULL,
    perpetual_sales_cents  bigint      NOT NULL,
    perpetual_credit_cents bigint      NOT NULL,
    content                text        NOT NULL CHECK (json_typeof(content::json) = 'object'),
    UNIQUE (restaurant_id, kind, closing_no)
);
-- The last closing of a kind, and the last before a day.
CREATE UNIQUE INDEX closings_by_day ON closings (restaurant_id, kind, last_day);
-- Closings, newest first.
CREATE INDEX closings_list ON closings (restaurant_id, closing_id DESC);
-- Bills on which something is left to pay: few, however many were settled.
CREATE INDEX bills_unpaid ON bills (restaurant_id) WHERE paid_cents - refunded_cents < total_cents - credited_cents;

-- A closed day accepts nothing, whatever the code does.
CREATE FUNCTION refuse_closed_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM closed_days
               WHERE restaurant_id = NEW.restaurant_id AND closed_through >= NEW.business_date) THEN
        RAISE EXCEPTION 'business day % of restaurant % is closed', NEW.business_date, NEW.restaurant_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER day_totals_open BEFORE INSERT OR UPDATE ON day_totals
    FOR EACH ROW EXECUTE FUNCTION refuse_closed_day();

CREATE FUNCTION refuse_change_of_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'closings are never changed';
END $$;
CREATE TRIGGER closings_stay BEFORE UPDATE OR DELETE ON closings
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closing();
CREATE TRIGGER closings_stay_all BEFORE TRUNCATE ON closings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_closing();
