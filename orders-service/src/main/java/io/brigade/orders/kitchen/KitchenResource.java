package io.brigade.orders.kitchen;

import io.brigade.platform.http.QueryValue;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the kitchen's screens show. */
@Path("/api/kitchen")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Kitchen")
class KitchenResource {

    private final BoardStore boards;
    private final CountStore counts;
    private final LateStore late;
    private final ExpoStore expo;
    private final CurrentCaller caller;

    @Inject
    KitchenResource(BoardStore boards, CountStore counts, LateStore late, ExpoStore expo, CurrentCaller caller) {
        this.boards = boards;
        this.counts = counts;
        this.late = late;
        this.expo = expo;
        this.caller = caller;
    }

    @GET
    @Path("/board")
    @Operation(
            operationId = "getBoard",
            summary = "What a station still has to do, the longest waiting first",
            description = "At most 500 items, what is still to be made before what stands ready.")
    public Uni<Board> board(
            @QueryParam("station") @NotNull @Parameter(schema = @Schema(implementation = Station.class))
                    String station) {
        return boards.read(caller.get().restaurantId(), one(station));
    }

    @GET
    @Path("/counts")
    @Operation(
            operationId = "getCounts",
            summary = "How many of each dish and option a station still has to make",
            description = "Over at most 2000 different choices of dish and options.")
    public Uni<Counts> counts(
            @QueryParam("station") @NotNull @Parameter(schema = @Schema(implementation = Station.class))
                    String station) {
        return counts.count(caller.get().restaurantId(), one(station));
    }

    @GET
    @Path("/late")
    @Operation(
            operationId = "getLateItems",
            summary = "What is not ready yet and past its time, the longest over first; the 200 worst")
    public Uni<LateItems> late(
            @QueryParam("station")
                    @Parameter(description = "All if absent.", schema = @Schema(implementation = Station.class))
                    @Nullable String station) {
        Station asked = QueryValue.choice("station", Station.class, station);
        return late.read(caller.get().restaurantId(), asked == null ? Arrays.asList(Station.values()) : List.of(asked));
    }

    @GET
    @Path("/expo")
    @Operation(operationId = "getExpo", summary = "What each order still waits for, the oldest first")
    public Uni<Page<ExpoOrder>> expo(@BeanParam PageRequest page) {
        return expo.read(caller.get().restaurantId(), page)
                .map(orders -> Page.of(orders, page, ExpoOrder::orderId, Function.identity()));
    }

    private static Station one(String station) {
        return Objects.requireNonNull(QueryValue.choice("station", Station.class, station));
    }
}
