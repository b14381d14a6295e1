-- One row per restaurant. Every change of anything on the carte raises the version in its own transaction.
CREATE TABLE cartes (
    restaurant_id bigint PRIMARY KEY,
    version       bigint NOT NULL,
    currency      text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$')
);

CREATE SEQUENCE categories_seq INCREMENT BY 50;
CREATE TABLE categories (
    category_id   bigint PRIMARY KEY,
    restaurant_id bigint  NOT NULL REFERENCES cartes,
    name          text    NOT NULL,
    position      integer NOT NULL
);
-- The carte of a restaurant.
CREATE INDEX categories_by_restaurant ON categories (restaurant_id, position);

CREATE SEQUENCE option_groups_seq INCREMENT BY 50;
CREATE TABLE option_groups (
    option_group_id bigint PRIMARY KEY,
    restaurant_id   bigint  NOT NULL REFERENCES cartes,
    name            text    NOT NULL,
    min_choices     integer NOT NULL CHECK (min_choices >= 0),
    max_choices     integer NOT NULL CHECK (max_choices >= min_choices)
);
CREATE INDEX option_groups_by_restaurant ON option_groups (restaurant_id);

CREATE SEQUENCE options_seq INCREMENT BY 50;
CREATE TABLE options (
    option_id       bigint PRIMARY KEY,
    option_group_id bigint  NOT NULL REFERENCES option_groups,
    name            text    NOT NULL,
    price_cents     bigint  NOT NULL CHECK (price_cents >= 0), -- on top of the dish's price
    position        integer NOT NULL
);
CREATE INDEX options_by_group ON options (option_group_id, position);

CREATE SEQUENCE dishes_seq INCREMENT BY 50;
CREATE TABLE dishes (
    dish_id         bigint PRIMARY KEY,
    restaurant_id   bigint  NOT NULL REFERENCES cartes,
    category_id     bigint  NOT NULL REFERENCES categories,
    name            text    NOT NULL,
    description     text    NOT NULL,
    unit_price_cents bigint NOT NULL CHECK (unit_price_cents >= 0),
    vat_dine_in_bp  integer NOT NULL CHECK (vat_dine_in_bp BETWEEN 0 AND 10000),
    vat_takeaway_bp integer NOT NULL CHECK (vat_takeaway_bp BETWEEN 0 AND 10000),
    vat_delivery_bp integer NOT NULL CHECK (vat_delivery_bp BETWEEN 0 AND 10000),
    station         text    NOT NULL,
    course          integer NOT NULL,
    allergens       text    NOT NULL, -- separated by commas
    available       boolean NOT NULL DEFAULT true,
    position        integer NOT NULL,
    version         bigint  NOT NULL DEFAULT 0,
    UNIQUE (restaurant_id, name)
);
CREATE INDEX dishes_by_restaurant ON dishes (restaurant_id, category_id, position);

CREATE TABLE dish_option_groups (
    dish_id         bigint  NOT NULL REFERENCES dishes,
    option_group_id bigint  NOT NULL REFERENCES option_groups,
    position        integer NOT NULL,
    PRIMARY KEY (dish_id, position)
);
