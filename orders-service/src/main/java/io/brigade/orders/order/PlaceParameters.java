package io.brigade.orders.order;

import io.brigade.platform.event.Event;
import io.brigade.platform.event.Origin;
import io.brigade.platform.event.Outbox;
import io.brigade.platform.idempotency.WriteRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** The parameters of {@link OrderSql#PLACE}, in its order. */
final class PlaceParameters {

    private PlaceParameters() {}

    static Tuple of(WriteRequest write, OrderChange change, byte[] answer, Event event, String eventData) {
        Tuple parameters = Tuple.tuple();
        addIdempotency(parameters, write, answer);
        addHead(parameters, change.after());
        parameters.addString(ColumnJson.write(change.changes()));
        addEvent(parameters, event, eventData);
        addSlips(parameters, Slip.of(change));
        ItemColumn.add(ItemColumn.PLACED, parameters, change.after().items());
        return parameters;
    }

    private static void addIdempotency(Tuple parameters, WriteRequest write, byte[] answer) {
        parameters.addLong(write.caller().restaurantId());
        parameters.addLong(write.caller().staffId());
        parameters.addString(write.operation());
        parameters.addString(write.key());
        parameters.addValue(Buffer.buffer(write.requestHash()));
        parameters.addValue(Buffer.buffer(answer));
        parameters.addOffsetDateTime(write.keptUntil());
    }

    private static void addHead(Tuple parameters, Order order) {
        OrderHead head = order.head();
        parameters.addLong(head.orderId());
        parameters.addLong(head.tableId());
        parameters.addBoolean(head.additional());
        parameters.addString(head.serviceMode().name());
        parameters.addLong(head.version());
        parameters.addInteger(head.covers());
        parameters.addString(head.waiter().name());
        parameters.addString(head.currency());
        parameters.addLong(order.totalCents());
        parameters.addLocalDate(head.businessDate());
        parameters.addOffsetDateTime(head.openedAt());
        parameters.addOffsetDateTime(head.takenAt());
        parameters.addUUID(head.clientRef());
        parameters.addString(ColumnJson.writeNullable(head.customer()));
        parameters.addOffsetDateTime(head.dueAt());
    }

    private static void addEvent(Tuple parameters, Event event, String data) {
        Origin origin = Origin.current();
        parameters.addString(event.type());
        parameters.addString(Outbox.topics(event));
        parameters.addString(data);
        parameters.addString(origin.traceparent());
        parameters.addString(origin.requestId());
    }

    /** Kind, station and lines of each slip as arrays. */
    static void addSlips(Tuple parameters, List<Slip> slips) {
        parameters.addArrayOfString(
                slips.stream().map(slip -> slip.kind().name()).toArray(String[]::new));
        parameters.addArrayOfString(slips.stream().map(Slip::station).toArray(String[]::new));
        parameters.addArrayOfString(
                slips.stream().map(slip -> ColumnJson.write(slip.lines())).toArray(String[]::new));
    }
}
