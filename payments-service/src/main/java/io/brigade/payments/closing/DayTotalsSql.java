package io.brigade.payments.closing;

/** The statements that add a booking to its day. All parts but the first read from it, so that it runs first. */
final class DayTotalsSql {

    private DayTotalsSql() {}

    static final String TAKING = """
            WITH day AS (
                INSERT INTO day_totals AS d (restaurant_id, business_date, takings) VALUES ($1, $2, 1)
                ON CONFLICT (restaurant_id, business_date) DO UPDATE SET takings = d.takings + 1
                RETURNING 1)
            INSERT INTO day_methods AS m
                (restaurant_id, business_date, method, payments, paid_cents, refunds, refunded_cents, tip_cents)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8 FROM day
            ON CONFLICT (restaurant_id, business_date, method) DO UPDATE SET
                payments = m.payments + excluded.payments,
                paid_cents = m.paid_cents + excluded.paid_cents,
                refunds = m.refunds + excluded.refunds,
                refunded_cents = m.refunded_cents + excluded.refunded_cents,
                tip_cents = m.tip_cents + excluded.tip_cents""";

    /** Parameters: day 1–2, ticket 3–9 (4 is 1 for a sale), waiter 10–12, quarter 13, VAT 14–17, lines 18–22. */
    static final String TICKET = """
            WITH first AS (
                INSERT INTO booked_orders (restaurant_id, order_id) VALUES ($1, $5)
                ON CONFLICT DO NOTHING
                RETURNING 1),
            fresh AS (
                SELECT count(*) AS orders, count(*) * $6::int AS covers FROM first),
            day AS (
                INSERT INTO day_totals AS d
                    (restaurant_id, business_date, first_ticket_no, last_ticket_no, tickets, credits, orders, covers,
                     discount_cents, sales_cents, credit_cents, seller)
                SELECT $1, $2, $3, $3, $4::bigint, 1 - $4::bigint, orders, covers,
                    $7::bigint, $4::bigint * $8::bigint, (1 - $4::bigint) * $8::bigint, $9
                FROM fresh
                ON CONFLICT (restaurant_id, business_date) DO UPDATE SET
                    first_ticket_no = least(d.first_ticket_no, excluded.first_ticket_no),
                    last_ticket_no = greatest(d.last_ticket_no, excluded.last_ticket_no),
                    tickets = d.tickets + excluded.tickets,
                    credits = d.credits + excluded.credits,
                    orders = d.orders + excluded.orders,
                    covers = d.covers + excluded.covers,
                    discount_cents = d.discount_cents + excluded.discount_cents,
                    sales_cents = d.sales_cents + excluded.sales_cents,
                    credit_cents = d.credit_cents + excluded.credit_cents,
                    seller = excluded.seller
                RETURNING 1),
            vat AS (
                INSERT INTO day_vat AS v (restaurant_id, business_date, vat_rate_bp, net_cents, vat_cents, gross_cents)
                SELECT $1, $2, rate, sum(net), sum(tax), sum(gross)
                FROM day, unnest($14::int[], $15::bigint[], $16::bigint[], $17::bigint[]) AS s (rate, net, tax, gross)
                GROUP BY rate
                ON CONFLICT (restaurant_id, business_date, vat_rate_bp) DO UPDATE SET
                    net_cents = v.net_cents + excluded.net_cents,
                    vat_cents = v.vat_cents + excluded.vat_cents,
                    gross_cents = v.gross_cents + excluded.gross_cents),
            waiter AS (
                INSERT INTO day_waiters AS w
                    (restaurant_id, business_date, staff_id, staff_name, tickets, orders, covers, discount_cents,
                     total_cents, tip_cents)
                SELECT $1, $2, $10, $11, 1, orders, covers, $7::bigint, $8::bigint, $12 FROM day, fresh
                ON CONFLICT (restaurant_id, business_date, staff_id) DO UPDATE SET
                    staff_name = excluded.staff_name,
                    tickets = w.tickets + 1,
                    orders = w.orders + excluded.orders,
                    covers = w.covers + excluded.covers,
                    discount_cents = w.discount_cents + excluded.discount_cents,
                    total_cents = w.total_cents + excluded.total_cents,
                    tip_cents = w.tip_cents + excluded.tip_cents),
            quarter AS (
                INSERT INTO day_quarters AS q (restaurant_id, business_date, quarter, tickets, covers, total_cents)
                SELECT $1, $2, $13, 1, covers, $8::bigint FROM day, fresh
                ON CONFLICT (restaurant_id, business_date, quarter) DO UPDATE SET
                    tickets = q.tickets + 1,
                    covers = q.covers + excluded.covers,
                    total_cents = q.total_cents + excluded.total_cents)
            INSERT INTO day_dishes AS s
                (restaurant_id, business_date, dish_id, name, quantity, discount_cents, total_cents)
            SELECT $1, $2, dish, max(name), sum(quantity), sum(discount), sum(total)
            FROM day, unnest($18::bigint[], $19::text[], $20::bigint[], $21::bigint[], $22::bigint[])
                AS l (dish, name, quantity, discount, total)
            GROUP BY dish
            ON CONFLICT (restaurant_id, business_date, dish_id) DO UPDATE SET
                name = excluded.name,
                quantity = s.quantity + excluded.quantity,
                discount_cents = s.discount_cents + excluded.discount_cents,
                total_cents = s.total_cents + excluded.total_cents""";
}
