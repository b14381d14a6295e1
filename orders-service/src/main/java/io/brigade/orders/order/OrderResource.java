package io.brigade.orders.order;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.http.QueryValue;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

    private final OrderService orders;
    private final OrderPlacing placing;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    OrderResource(OrderService orders, OrderPlacing placing, CurrentCaller caller, CurrentWrite write) {
        this.orders = orders;
        this.placing = placing;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "placeOrder", summary = "Place an order; the kitchen sees it at once")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> place(@NotNull @Valid NewOrder order) {
        return placing.place(write.of(order), caller.bearer(), order).map(Answer::toResponse);
    }

    @GET
    @Authenticated
    @Operation(operationId = "listOrders", summary = "Orders, newest first")
    public Uni<Page<OrderSummary>> list(
            @BeanParam PageRequest page,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = OrderStatus.class)) @Nullable String status,
            @QueryParam("table_id") @Parameter(schema = @Schema(implementation = Long.class)) @Nullable String tableId) {
        return orders.list(
                caller.get().restaurantId(),
                page,
                QueryValue.choice("status", OrderStatus.class, status),
                QueryValue.number("table_id", tableId));
    }

    @GET
    @Path("/{order_id}")
    @Authenticated
    @Operation(operationId = "getOrder", summary = "One order with its items")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(
            @PathParam("order_id") long orderId, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return orders.get(caller.get().restaurantId(), orderId)
                .map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @POST
    @Path("/{order_id}/items")
    @RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "addItems", summary = "Add items to an order")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> add(@PathParam("order_id") long orderId, @NotNull @Valid MoreItems items) {
        return orders.add(write.of(items), caller.bearer(), orderId, items).map(Answer::toResponse);
    }
}
