package io.brigade.orders.kitchen;

import io.brigade.orders.order.ItemView;
import io.brigade.orders.order.OrderService;
import io.brigade.platform.http.QueryValue;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/kitchen")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Kitchen")
class KitchenResource {

    private final BoardStore boards;
    private final OrderService orders;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    KitchenResource(BoardStore boards, OrderService orders, CurrentCaller caller, CurrentWrite write) {
        this.boards = boards;
        this.orders = orders;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Path("/board")
    @Authenticated
    @Operation(operationId = "getBoard", summary = "What a station still has to do, the longest waiting first")
    public Uni<Board> board(
            @QueryParam("station") @NotNull @Parameter(schema = @Schema(implementation = Station.class))
                    String station) {
        QueryValue.choice("station", Station.class, station);
        return boards.read(caller.get().restaurantId(), station);
    }

    @POST
    @Path("/items/{item_id}/state")
    @RolesAllowed({Role.KITCHEN, Role.WAITER, Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "moveItem", summary = "Move an item to its next state")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Uni<Response> move(@PathParam("item_id") long itemId, @NotNull @Valid NewItemState request) {
        request.requireKitchenState();
        return orders.moveItem(write.of(request), itemId, request.state()).map(Answer::toResponse);
    }
}
