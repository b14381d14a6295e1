package io.brigade.orders.kitchen;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.order.ItemView;
import io.brigade.orders.order.OrderService;
import io.brigade.orders.order.OrderView;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the kitchen does to items and tickets. */
@Path("/api/kitchen")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.KITCHEN, Role.WAITER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Kitchen")
class KitchenMoveResource {

    private final KitchenService kitchen;
    private final OrderService orders;
    private final CurrentWrite write;

    @Inject
    KitchenMoveResource(KitchenService kitchen, OrderService orders, CurrentWrite write) {
        this.kitchen = kitchen;
        this.orders = orders;
        this.write = write;
    }

    @POST
    @Path("/items/{item_id}/state")
    @Operation(operationId = "moveItem", summary = "Move an item to its next state")
    @OrdersProblem.MayAnswer(OrdersProblem.ITEM_STATE_CONFLICT)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Uni<Response> move(
            @PathParam("item_id") @Parameter(example = "311") long itemId, @NotNull @Valid NewItemState request) {
        NewItemState.requireKitchenState(request.state());
        return orders.moveItem(write.of(request), itemId, request.state()).map(Answer::toResponse);
    }

    @POST
    @Path("/tickets/state")
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "moveTicket",
            summary = "Move all items of a ticket to their next state, all or none",
            description =
                    "A ticket is what one station makes of one course of one order. What is that far already stays.")
    @OrdersProblem.MayAnswer(OrdersProblem.ITEM_STATE_CONFLICT)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> moveTicket(@NotNull @Valid TicketMove request) {
        NewItemState.requireKitchenState(request.state());
        return kitchen.moveTicket(write.of(request), request).map(Answer::toResponse);
    }

    @POST
    @Path("/recall")
    @Operation(
            operationId = "recallLast",
            summary = "Call back what a station finished last",
            description =
                    "What became READY or SERVED last, of one order and course at one moment, goes one step back; within 4 hours.")
    @OrdersProblem.MayAnswer({OrdersProblem.NOTHING_TO_RECALL, OrdersProblem.ITEM_STATE_CONFLICT})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> recallLast(@NotNull @Valid RecallRequest request) {
        return kitchen.recallLast(write.of(request), request.station()).map(Answer::toResponse);
    }

    @POST
    @Path("/items/{item_id}/recall")
    @Operation(
            operationId = "recallItem",
            summary = "Call one finished item back",
            description =
                    "From SERVED to READY, from READY to PREPARING; within 4 hours. With If-Match two who tap at once take one step.")
    @OrdersProblem.MayAnswer({OrdersProblem.NOTHING_TO_RECALL, OrdersProblem.ITEM_STATE_CONFLICT})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> recallItem(
            @PathParam("item_id") @Parameter(example = "311") long itemId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The item's version, such as \"v3\".") @Nullable String ifMatch) {
        return kitchen.recallItem(write.of(itemId), itemId, ifMatch).map(Answer::toResponse);
    }
}
