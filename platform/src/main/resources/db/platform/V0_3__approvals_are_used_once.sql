-- An approval's id goes in here in the transaction of the action that it approves: a second use finds it.
CREATE TABLE approvals_used (
    approval_id text        PRIMARY KEY, -- jti of the token
    staff_id    bigint      NOT NULL,    -- who approved
    used_at     timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL     -- the token's end: the row is needed until then
);
-- Housekeeping deletes by age.
CREATE INDEX approvals_used_expires_at ON approvals_used (expires_at);
