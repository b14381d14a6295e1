package io.brigade.platform.event;

/**
 * How far a service's outbox has been relayed. It is kept in Redis beside the stream and moves in the same atomic step
 * that appends, so that the two can't disagree, whatever dies.
 *
 * @param timeline PostgreSQL's timeline: after a failover transaction ids may repeat, and the mark no longer holds
 */
record RelayMark(String timeline, long xid, long seq) {

    static RelayMark start(String timeline) {
        return new RelayMark(timeline, 0, 0);
    }

    static RelayMark parse(String text) {
        String[] parts = text.split(":", 3);
        return new RelayMark(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return timeline + ":" + xid + ":" + seq;
    }
}
