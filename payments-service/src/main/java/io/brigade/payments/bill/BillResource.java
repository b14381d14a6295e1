package io.brigade.payments.bill;

import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/bills")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Bills")
class BillResource {

    private final OrderLookup orders;
    private final BillStore bills;
    private final CurrentCaller caller;

    @Inject
    BillResource(OrderLookup orders, BillStore bills, CurrentCaller caller) {
        this.orders = orders;
        this.bills = bills;
        this.caller = caller;
    }

    @GET
    @Path("/{order_id}")
    @Operation(operationId = "getBill", summary = "What an order owes, what is paid, what is left, and VAT per rate")
    public Uni<BillView> get(@PathParam("order_id") long orderId) {
        long restaurantId = caller.get().restaurantId();
        return orders.order(caller.bearer(), orderId)
                .chain(order -> bills.payments(restaurantId, orderId).map(payments -> BillView.of(order, payments)));
    }
}
