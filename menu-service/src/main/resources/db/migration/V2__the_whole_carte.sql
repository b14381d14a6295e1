-- Languages of the carte (BCP 47, separated by commas): names are written in the first, translations in the others.
ALTER TABLE cartes
    ADD COLUMN languages        text   NOT NULL DEFAULT 'fr',
    ADD COLUMN settings_version bigint NOT NULL DEFAULT 0;

-- Names become what a file calls things by: where one is taken twice, its number tells them apart.
UPDATE categories c SET name = name || ' (' || category_id || ')'
WHERE EXISTS (SELECT 1 FROM categories o
              WHERE o.restaurant_id = c.restaurant_id AND o.name = c.name AND o.category_id < c.category_id);
UPDATE option_groups g SET name = name || ' (' || option_group_id || ')'
WHERE EXISTS (SELECT 1 FROM option_groups o
              WHERE o.restaurant_id = g.restaurant_id AND o.name = g.name AND o.option_group_id < g.option_group_id);

ALTER TABLE categories
    ADD COLUMN translations text   NOT NULL DEFAULT '{}' CHECK (json_typeof(translations::json) = 'object'), -- by language
    ADD COLUMN version      bigint NOT NULL DEFAULT 0,
    -- Checked at the end of a transaction, so that an import may swap two names.
    ADD UNIQUE (restaurant_id, name) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE option_groups
    ADD COLUMN translations text   NOT NULL DEFAULT '{}' CHECK (json_typeof(translations::json) = 'object'),
    ADD COLUMN version      bigint NOT NULL DEFAULT 0,
    ADD UNIQUE (restaurant_id, name) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE options
    ADD COLUMN translations text NOT NULL DEFAULT '{}' CHECK (json_typeof(translations::json) = 'object');

-- Each time a number of portions is set it gets the next of these: an older count can't be taken for it.
CREATE SEQUENCE portions_seq;
ALTER TABLE dishes
    DROP CONSTRAINT dishes_restaurant_id_name_key,
    ADD UNIQUE (restaurant_id, name) DEFERRABLE INITIALLY DEFERRED,
    ADD COLUMN translations   text    NOT NULL DEFAULT '{}' CHECK (json_typeof(translations::json) = 'object'),
    ADD COLUMN timed_prices   text    NOT NULL DEFAULT '[]' CHECK (json_typeof(timed_prices::json) = 'array'),
    ADD COLUMN target_seconds integer CHECK (target_seconds > 0), -- from sent to ready
    ADD COLUMN sold_out_until timestamptz,                        -- null: until somebody says that it is back
    ADD COLUMN portions_left  integer CHECK (portions_left >= 0), -- null: not counted
    ADD COLUMN portions_set   bigint,
    ADD COLUMN portions_version bigint NOT NULL DEFAULT 0,        -- of the count last heard of from orders-service
    ADD CHECK (sold_out_until IS NULL OR NOT available),
    ADD CHECK ((portions_left IS NULL) = (portions_set IS NULL));
-- Dishes that come back by themselves: a few rows, looked at every few seconds.
CREATE INDEX dishes_coming_back ON dishes (sold_out_until) WHERE sold_out_until IS NOT NULL;
-- Whether a category still has dishes.
CREATE INDEX dishes_by_category ON dishes (category_id);
-- Whether an option group is still used.
CREATE INDEX dish_option_groups_by_group ON dish_option_groups (option_group_id);

CREATE SEQUENCE formules_seq INCREMENT BY 50;
CREATE TABLE formules (
    formule_id       bigint  PRIMARY KEY,
    restaurant_id    bigint  NOT NULL REFERENCES cartes,
    name             text    NOT NULL,
    description      text    NOT NULL,
    translations     text    NOT NULL CHECK (json_typeof(translations::json) = 'object'),
    unit_price_cents bigint  NOT NULL CHECK (unit_price_cents >= 0),
    timed_prices     text    NOT NULL CHECK (json_typeof(timed_prices::json) = 'array'),
    steps            text    NOT NULL CHECK (json_typeof(steps::json) = 'array'), -- what is chosen: dishes of this restaurant
    available        boolean NOT NULL DEFAULT true,
    sold_out_until   timestamptz,
    position         integer NOT NULL,
    version          bigint  NOT NULL DEFAULT 0,
    CHECK (sold_out_until IS NULL OR NOT available),
    UNIQUE (restaurant_id, name) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX formules_coming_back ON formules (sold_out_until) WHERE sold_out_until IS NOT NULL;

-- What things cost, since when and by whom; kept when the thing itself is gone.
CREATE TABLE price_changes (
    price_change_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    restaurant_id   bigint      NOT NULL REFERENCES cartes,
    kind            text        NOT NULL, -- DISH, FORMULE or OPTION
    owner_id        bigint      NOT NULL, -- dish, formule or option group
    thing_id        bigint      NOT NULL, -- dish, formule or option
    name            text        NOT NULL,
    part            text,                 -- a timed price or a supplement; null: the ordinary price
    old_cents       bigint,               -- null: it was new
    new_cents       bigint      NOT NULL,
    staff_id        bigint      NOT NULL,
    staff_name      text        NOT NULL,
    changed_at      timestamptz NOT NULL DEFAULT now()
);
-- A thing's history, newest first, by keyset.
CREATE INDEX price_changes_by_owner ON price_changes (restaurant_id, kind, owner_id, price_change_id DESC);

-- What there is has its price from now on.
INSERT INTO price_changes (restaurant_id, kind, owner_id, thing_id, name, new_cents, staff_id, staff_name)
SELECT restaurant_id, 'DISH', dish_id, dish_id, name, unit_price_cents, 0, 'Brigade' FROM dishes ORDER BY dish_id;
INSERT INTO price_changes (restaurant_id, kind, owner_id, thing_id, name, new_cents, staff_id, staff_name)
SELECT restaurant_id, 'OPTION', option_group_id, option_id, o.name, price_cents, 0, 'Brigade'
FROM options o JOIN option_groups USING (option_group_id) ORDER BY option_id;

-- The carte looks different from now on: nobody may be told that the one they have is still it.
UPDATE cartes SET version = version + 1;
