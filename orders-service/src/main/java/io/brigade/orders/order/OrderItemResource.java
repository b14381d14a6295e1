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
import jakarta.ws.rs.DELETE;
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

/** What is on an order: items, courses, discounts. */
@Path("/api/orders/{order_id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Items")
class OrderItemResource {

    private final OrderService orders;
    private final OrderAdding adding;
    private final OrderEditing editing;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    OrderItemResource(
            OrderService orders, OrderAdding adding, OrderEditing editing, CurrentCaller caller, CurrentWrite write) {
        this.orders = orders;
        this.adding = adding;
        this.editing = editing;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @Path("/items")
    @OrdersProblem.MayAnswer({
        OrdersProblem.ORDER_CLOSED,
        OrdersProblem.ITEM_ALREADY_ORDERED,
        OrdersProblem.DISH_UNKNOWN,
        OrdersProblem.OPTIONS_INVALID,
        OrdersProblem.DISH_SOLD_OUT
    })
    @Operation(operationId = "addItems", summary = "Add items to an order")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> add(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @NotNull @Valid MoreItems items) {
        return id(order)
                .chain(id -> adding.add(write.of(items), caller.bearer(), id, items))
                .map(Answer::toResponse);
    }

    @PUT
    @Path("/items/{item_id}")
    @OrdersProblem.MayAnswer({
        OrdersProblem.ORDER_CLOSED,
        OrdersProblem.ITEM_STATE_CONFLICT,
        OrdersProblem.OPTIONS_INVALID
    })
    @Operation(operationId = "editItem", summary = "Change an item that is still held")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> edit(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @PathParam("item_id") long itemId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The item's version, such as \"v1\".") @Nullable String ifMatch,
            @NotNull @Valid ItemEdit edit) {
        return id(order)
                .chain(id -> editing.editItem(write.of(edit), caller.bearer(), id, itemId, ifMatch, edit))
                .map(Answer::toResponse);
    }

    @POST
    @Path("/items/{item_id}/void")
    @CommonProblem.MayAnswer({CommonProblem.APPROVAL_REQUIRED, CommonProblem.APPROVAL_REFUSED})
    @OrdersProblem.MayAnswer({OrdersProblem.ORDER_CLOSED, OrdersProblem.ITEM_STATE_CONFLICT})
    @Operation(
            operationId = "voidItem",
            summary = "Take an item, or some of its quantity, off an order",
            description = "Once the kitchen has it, it takes an approval for VOID.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> voidItem(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @PathParam("item_id") long itemId,
            @NotNull @Valid VoidRequest request) {
        return id(order)
                .chain(id -> editing.voidItem(write.of(request), id, itemId, request))
                .map(Answer::toResponse);
    }

    @POST
    @Path("/courses/{course}/fire")
    @OrdersProblem.MayAnswer(OrdersProblem.ORDER_CLOSED)
    @Operation(
            operationId = "fireCourse",
            summary = "Send what is held of a course to the kitchen",
            description = "Only what is still held is sent; when nothing is, nothing changes.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> fire(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @PathParam("course") @Parameter(example = "2") int course) {
        return id(order).chain(id -> editing.fire(write.of(course), id, course)).map(Answer::toResponse);
    }

    @POST
    @Path("/discounts")
    @CommonProblem.MayAnswer({CommonProblem.APPROVAL_REQUIRED, CommonProblem.APPROVAL_REFUSED})
    @OrdersProblem.MayAnswer({OrdersProblem.ORDER_CLOSED, OrdersProblem.NOTHING_TO_DISCOUNT})
    @Operation(
            operationId = "discount",
            summary = "Take a share, an amount or everything off an item or the order",
            description =
                    "Above your limit, all discounts without approval together, it takes an approval for DISCOUNT.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> discount(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @NotNull @Valid NewDiscount discount) {
        return id(order)
                .chain(id -> editing.discount(write.of(discount), id, discount))
                .map(Answer::toResponse);
    }

    @DELETE
    @Path("/discounts/{discount_no}")
    @OrdersProblem.MayAnswer(OrdersProblem.ORDER_CLOSED)
    @Operation(operationId = "removeDiscount", summary = "Take a discount back")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Uni<Response> removeDiscount(
            @PathParam("order_id") @Parameter(description = OrderResource.ORDER, example = "78") String order,
            @PathParam("discount_no") @Parameter(example = "1") int discountNo) {
        return id(order)
                .chain(id -> editing.removeDiscount(write.of(discountNo), id, discountNo))
                .map(Answer::toResponse);
    }

    private Uni<Long> id(String order) {
        return orders.idOf(caller.get().restaurantId(), order);
    }
}
