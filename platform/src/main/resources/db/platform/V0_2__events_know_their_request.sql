-- What an event sets off elsewhere is logged under the ids of the request that made it happen.
ALTER TABLE outbox
    ADD COLUMN traceparent text, -- W3C Trace Context
    ADD COLUMN request_id  text;
