package io.brigade.orders.order;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where an order goes, and how it ends. */
@Path("/api/orders/{order_id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Orders")
class OrderMoveResource {

    private final OrderService orders;
    private final OrderMoving moving;
    private final OrderEnding ending;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    OrderMoveResource(
            OrderService orders, OrderMoving moving, OrderEnding ending, CurrentCaller caller, CurrentWrite write) {
        this.orders = orders;
        this.moving = moving;
        this.ending = ending;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @Path("/transfer")
    @OrdersProblem.MayAnswer({OrdersProblem.ORDER_CLOSED, OrdersProblem.TABLE_OCCUPIED})
    @Operation(operationId = "transferOrder", summary = "Give an order to another table or waiter")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> transfer(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @NotNull @Valid TransferRequest request) {
        return id(order)
                .chain(id -> moving.transfer(write.of(request), caller.bearer(), id, request))
                .map(Answer::toResponse);
    }

    @POST
    @Path("/merge")
    @OrdersProblem.MayAnswer({
        OrdersProblem.ORDER_CLOSED,
        OrdersProblem.ORDER_PARTLY_PAID,
        OrdersProblem.SERVICE_MODE_DIFFERS
    })
    @Operation(
            operationId = "mergeOrders",
            summary = "Take all items of another order over",
            description = "The other order is then cancelled and points here.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> merge(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @NotNull @Valid MergeRequest request) {
        return id(order)
                .chain(id -> moving.merge(write.of(request), id, request))
                .map(Answer::toResponse);
    }

    @POST
    @Path("/split")
    @OrdersProblem.MayAnswer({OrdersProblem.ORDER_CLOSED, OrdersProblem.NOTHING_LEFT})
    @Operation(
            operationId = "splitOrder",
            summary = "Move items, parts of them or seats to a new order",
            description = "Both orders together cost what the one did, to the cent.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SplitView.class)))
    public Uni<Response> split(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @NotNull @Valid SplitRequest request) {
        return id(order)
                .chain(id -> moving.split(write.of(request), id, request))
                .map(Answer::toResponse);
    }

    @POST
    @Path("/cancel")
    @CommonProblem.MayAnswer({CommonProblem.APPROVAL_REQUIRED, CommonProblem.APPROVAL_REFUSED})
    @OrdersProblem.MayAnswer({OrdersProblem.ORDER_CLOSED, OrdersProblem.ORDER_PARTLY_PAID})
    @Operation(
            operationId = "cancelOrder",
            summary = "Void everything and end the order",
            description = "Once the kitchen had any of it, it takes an approval for CANCEL.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> cancel(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @NotNull @Valid CancelRequest request) {
        return id(order)
                .chain(id -> ending.cancel(write.of(request), id, request))
                .map(Answer::toResponse);
    }

    @POST
    @Path("/close")
    @OrdersProblem.MayAnswer({OrdersProblem.ORDER_CLOSED, OrdersProblem.ORDER_NOT_PAID})
    @Operation(
            operationId = "closeOrder",
            summary = "Close an order on which nothing is owed",
            description = "For what is on the house. A bill that is paid closes its order by itself.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> close(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order) {
        return id(order).chain(id -> ending.close(write.of("close"), id)).map(Answer::toResponse);
    }

    private Uni<Long> id(String order) {
        return orders.idOf(caller.get().restaurantId(), order);
    }
}
