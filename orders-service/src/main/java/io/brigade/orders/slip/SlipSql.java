package io.brigade.orders.slip;

/** The statements of slips and printers. */
final class SlipSql {

    /** A lease that has run out is none. */
    private static final String COLUMNS = """
            p.job_id, p.station, p.printer, p.order_id, p.kind, p.attempts, p.last_error, p.created_at, p.printed_at,
            CASE WHEN p.state = 'PRINTING' AND p.leased_until <= now() THEN 'PENDING' ELSE p.state END AS state_now,
            CASE WHEN p.state = 'PRINTING' AND p.leased_until > now() THEN p.leased_until END AS lease,
            greatest(extract(epoch FROM coalesce(p.printed_at, now()) - p.created_at), 0)::bigint AS waiting_seconds""";

    /** What may be claimed. */
    private static final String FREE = "(p.state = 'PENDING' OR (p.state = 'PRINTING' AND p.leased_until <= now()))";

    /**
     * $1 restaurant, $2 printer, $3 most. Two printers at once never get the same slip: the second skips what the first
     * has locked. Index: print_jobs_open.
     */
    static final String CLAIM = """
            WITH oldest AS (
                SELECT p.job_id FROM print_jobs p WHERE p.restaurant_id = $1 AND p.printer = $2 AND p.state <> 'PRINTED'
                    AND %s
                ORDER BY p.job_id LIMIT $3 FOR UPDATE SKIP LOCKED
            ), p AS (
                UPDATE print_jobs j SET state = 'PRINTING', attempts = attempts + 1,
                    leased_until = now() + interval '30 seconds'
                FROM oldest WHERE j.job_id = oldest.job_id RETURNING j.*
            )
            SELECT %s FROM p ORDER BY p.job_id""".formatted(FREE, COLUMNS);

    /** $1 restaurant, $2 job. */
    static final String LOCK = "SELECT state FROM print_jobs WHERE restaurant_id = $1 AND job_id = $2 FOR UPDATE";

    /** $1 job. */
    static final String PRINTED = """
            UPDATE print_jobs p SET state = 'PRINTED', printed_at = coalesce(printed_at, now()), leased_until = NULL
            WHERE p.job_id = $1 RETURNING %s""".formatted(COLUMNS);

    /** $1 job, $2 reason. */
    static final String FAILED = """
            UPDATE print_jobs p SET state = 'PENDING', leased_until = NULL, last_error = $2
            WHERE p.job_id = $1 RETURNING %s""".formatted(COLUMNS);

    /** $1 restaurant, $2 and $3 from and to a printer, $4 jobs or null for all. Index: print_jobs_open. */
    static final String REROUTE = """
            UPDATE print_jobs SET printer = $3, state = 'PENDING', leased_until = NULL
            WHERE restaurant_id = $1 AND printer = $2 AND state <> 'PRINTED'
                AND ($4::bigint[] IS NULL OR job_id = ANY ($4))""";

    /** $1 restaurant, $2 jobs. */
    static final String COUNT_KNOWN =
            "SELECT count(*) FROM print_jobs WHERE restaurant_id = $1 AND job_id = ANY ($2::bigint[])";

    /** $1 restaurant, $2 job. */
    static final String SLIP = """
            SELECT p.station, p.kind, p.lines, p.attempts, p.created_at, o.order_id, o.service_mode, o.covers,
                o.waiter_name, o.customer, o.due_at, t.name AS table_name, a.name AS area_name
            FROM print_jobs p JOIN orders o USING (order_id) LEFT JOIN dining_tables t USING (table_id)
                LEFT JOIN areas a USING (area_id)
            WHERE p.restaurant_id = $1 AND p.job_id = $2""";

    /**
     * What waits for printer {@code s}. Counted up to 1000, so that a printer that nobody ever asks for costs no more;
     * the oldest is the oldest all the same. Index: print_jobs_open.
     */
    private static final String WAITS = """
            LATERAL (
                SELECT count(*) AS waiting, coalesce(extract(epoch FROM now() - min(created_at)), 0) AS oldest_seconds
                FROM (SELECT created_at FROM print_jobs j WHERE j.restaurant_id = s.restaurant_id
                    AND j.printer = s.station AND j.state <> 'PRINTED' ORDER BY j.job_id LIMIT 1000) first_ones
            ) w""";

    /** $1 restaurant. */
    static final String PRINTERS = """
            SELECT s.station, s.active, s.redirect_to, w.waiting, w.oldest_seconds::bigint AS oldest_seconds
            FROM slip_printers s CROSS JOIN %s WHERE s.restaurant_id = $1 ORDER BY s.station""".formatted(WAITS);

    /** $1 restaurant. */
    static final String LOCK_PRINTERS =
            "SELECT station, active, redirect_to FROM slip_printers WHERE restaurant_id = $1 ORDER BY station FOR UPDATE";

    /** $1 restaurant, $2 station, $3 active, $4 another station or null. */
    static final String SAVE_PRINTER = """
            INSERT INTO slip_printers (restaurant_id, station, active, redirect_to) VALUES ($1, $2, $3, $4)
            ON CONFLICT (restaurant_id, station) DO UPDATE SET active = $3, redirect_to = $4""";

    /** What waits for the printers of all restaurants. */
    static final String WAITING = """
            SELECT s.station AS printer, sum(w.waiting)::bigint AS waiting,
                max(w.oldest_seconds)::float8 AS oldest_seconds
            FROM slip_printers s CROSS JOIN %s GROUP BY s.station""".formatted(WAITS);

    /** Index: print_jobs_created_at. */
    static final String TIDY = """
            WITH gone AS (DELETE FROM print_jobs WHERE created_at < now() - interval '2 days' RETURNING state)
            SELECT count(*) FILTER (WHERE state <> 'PRINTED') AS unprinted FROM gone""";

    private SlipSql() {}

    /**
     * Slips by id: those in a state, or all that are not printed. $1 restaurant, $2 after this one, $3 most, $4 printer or
     * null. Indexes: print_jobs_open, print_jobs_printed.
     */
    static String list(PrintJobState state) {
        String which =
                switch (state) {
                    case PENDING -> "p.state <> 'PRINTED' AND " + FREE;
                    case PRINTING -> "p.state = 'PRINTING' AND p.leased_until > now()";
                    case PRINTED -> "p.state = 'PRINTED'";
                };
        return list(which);
    }

    /** The same for all that are not printed. */
    static String listWaiting() {
        return list("p.state <> 'PRINTED'");
    }

    private static String list(String which) {
        return """
            SELECT %s FROM print_jobs p WHERE p.restaurant_id = $1 AND p.job_id > $2 AND %s
                AND ($4::text IS NULL OR p.printer = $4)
            ORDER BY p.job_id LIMIT $3""".formatted(COLUMNS, which);
    }
}
