-- The token that took a used one's place, for whoever still holds the used one: combined with a pad that only that very
-- token gives. A copy of the database opens none of it.
ALTER TABLE refresh_tokens
    ADD COLUMN successor_sealed bytea;
