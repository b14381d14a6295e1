CREATE SEQUENCE restaurants_seq START 1000;
CREATE TABLE restaurants (
    restaurant_id   bigint PRIMARY KEY DEFAULT nextval('restaurants_seq'),
    name            text     NOT NULL,
    legal_name      text     NOT NULL,
    siret           text     NOT NULL UNIQUE CHECK (siret ~ '^[0-9]{14}$'),
    address         text     NOT NULL,
    currency        text     NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    time_zone       text     NOT NULL,
    day_cutoff_hour smallint NOT NULL CHECK (day_cutoff_hour BETWEEN 0 AND 12)
);

CREATE SEQUENCE staff_members_seq START 1000;
CREATE TABLE staff_members (
    staff_id        bigint PRIMARY KEY DEFAULT nextval('staff_members_seq'),
    restaurant_id   bigint      NOT NULL REFERENCES restaurants,
    -- Unique over the whole installation, so that nobody has to type a restaurant before a code.
    staff_code      text        NOT NULL UNIQUE CHECK (staff_code ~ '^[0-9A-Z]{3,12}$'),
    name            text        NOT NULL,
    roles           text        NOT NULL, -- separated by commas
    pin_hash        text        NOT NULL, -- bcrypt of an HMAC of the PIN: useless without the pepper
    active          boolean     NOT NULL DEFAULT true,
    failed_attempts integer     NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    version         bigint      NOT NULL DEFAULT 0
);
-- A restaurant's staff, by keyset.
CREATE INDEX staff_members_by_restaurant ON staff_members (restaurant_id, staff_id);

CREATE TABLE refresh_tokens (
    token_hash bytea       PRIMARY KEY, -- SHA-256: the token itself is nowhere
    family     uuid        NOT NULL,    -- all tokens that descend from one sign-in
    staff_id   bigint      NOT NULL REFERENCES staff_members,
    issued_at  timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    revoked_at timestamptz
);
-- Revoking a family; revoking a person's.
CREATE INDEX refresh_tokens_family ON refresh_tokens (family);
CREATE INDEX refresh_tokens_staff ON refresh_tokens (staff_id);
