package io.brigade.orders.kitchen;

/** What the kitchen's statements have in common. */
final class KitchenSql {

    /**
     * What is on a board: of items {@code i} and their orders {@code o}. What stands ready when its order is over was
     * carried out without anybody saying so, and leaves after an hour; what is a day old is nobody's work any more.
     */
    static final String ON_BOARD = """
            i.state IN ('SENT', 'PREPARING', 'READY') AND i.sent_at > now() - interval '1 day'
                AND (i.state <> 'READY' OR o.status = 'OPEN' OR i.ready_at > now() - interval '1 hour')""";

    /** What is still to be made. */
    static final String TO_MAKE = "i.state IN ('SENT', 'PREPARING') AND i.sent_at > now() - interval '1 day'";

    private KitchenSql() {}
}
