ALTER TABLE restaurants
    -- What everybody may take off an order without a manager, in basis points of its total.
    ADD COLUMN discount_limit_bp integer NOT NULL DEFAULT 1000 CHECK (discount_limit_bp BETWEEN 0 AND 10000),
    ADD COLUMN version           bigint  NOT NULL DEFAULT 0;
