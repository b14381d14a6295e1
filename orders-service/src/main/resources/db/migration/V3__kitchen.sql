-- What a station finished last, to call it back.
CREATE INDEX order_items_finished ON order_items (restaurant_id, station, (coalesce(served_at, ready_at)))
    WHERE state IN ('READY', 'SERVED');

-- Slips that were printed, by keyset; those that wait have print_jobs_open.
CREATE INDEX print_jobs_printed ON print_jobs (restaurant_id, job_id) WHERE state = 'PRINTED';
ALTER TABLE slip_printers ADD CHECK (redirect_to <> station);
