package io.brigade.orders.order;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

@Path("/api/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
class OrderResource {

    /** How a path names an order. */
    static final String ORDER = "The order's number, or the client_ref that it was placed with.";

    private final OrderService orders;
    private final OrderPlacing placing;
    private final OrderEditing editing;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    OrderResource(
            OrderService orders, OrderPlacing placing, OrderEditing editing, CurrentCaller caller, CurrentWrite write) {
        this.orders = orders;
        this.placing = placing;
        this.editing = editing;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @OrdersProblem.MayAnswer({
        OrdersProblem.TABLE_OCCUPIED,
        OrdersProblem.ITEM_ALREADY_ORDERED,
        OrdersProblem.DISH_UNKNOWN,
        OrdersProblem.OPTIONS_INVALID,
        OrdersProblem.DISH_SOLD_OUT
    })
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order; what is not held goes to the kitchen at once",
            description = "Without items, at a table: the guests are seated.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A device sent it again under another key: the order as it is now.",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> place(@NotNull @Valid NewOrder order) {
        return placing.place(write.of(order), caller.bearer(), order).map(Answer::toResponse);
    }

    @GET
    @Authenticated
    @Operation(operationId = "listOrders", summary = "Orders, newest first")
    public Uni<Page<OrderSummary>> list(@BeanParam PageRequest page, @BeanParam OrderSearch search) {
        return orders.list(caller.get().restaurantId(), page, search);
    }

    @GET
    @Path("/{order_id}")
    @Authenticated
    @Operation(operationId = "getOrder", summary = "One order with its items")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(
            @PathParam("order_id") @Parameter(description = ORDER, example = "78") String order,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return id(order)
                .chain(id -> orders.get(caller.get().restaurantId(), id))
                .map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @PUT
    @Path("/{order_id}")
    @RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
    @OrdersProblem.MayAnswer(OrdersProblem.ORDER_CLOSED)
    @Operation(operationId = "editOrder", summary = "Change covers, customer or time of an order")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> edit(
            @PathParam("order_id") @Parameter(description = ORDER, example = "78") String order,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OrderEdit edit) {
        return id(order)
                .chain(id -> editing.edit(write.of(edit), id, ifMatch, edit))
                .map(Answer::toResponse);
    }

    @GET
    @Path("/{order_id}/history")
    @Authenticated
    @Operation(operationId = "getOrderHistory", summary = "Every change of an order: who, when, what, approved by whom")
    public Uni<Page<HistoryEntry>> history(
            @PathParam("order_id") @Parameter(description = ORDER, example = "78") String order,
            @BeanParam PageRequest page) {
        return id(order).chain(id -> orders.history(caller.get().restaurantId(), id, page));
    }

    private Uni<Long> id(String order) {
        return orders.idOf(caller.get().restaurantId(), order);
    }
}
