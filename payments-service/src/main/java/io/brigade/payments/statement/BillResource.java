package io.brigade.payments.statement;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.http.QueryValue;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/bills/{order_id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Bills")
class BillResource {

    private static final int MOST_PARTS = 100;
    private static final int MOST_ITEMS = 500;

    private final Statements statements;
    private final CurrentCaller caller;

    @Inject
    BillResource(Statements statements, CurrentCaller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getBill", summary = "What an order owes, what is paid, what is left, and VAT per rate")
    public Uni<BillView> get(@PathParam("order_id") long orderId) {
        return statements.bill(caller.get().restaurantId(), caller.bearer(), orderId);
    }

    @GET
    @Path("/shares")
    @PaymentsProblem.MayAnswer(PaymentsProblem.ITEM_UNKNOWN)
    @Operation(
            operationId = "splitBill",
            summary = "What each guest pays of what is left: in equal parts, by seat, or for chosen items",
            description = "The parts add up to what is left, to the cent. Nothing is kept: take each as a payment.")
    public Uni<SharesView> shares(
            @PathParam("order_id") long orderId,
            @QueryParam("parts")
                    @Parameter(
                            description = "How many equal parts.",
                            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100"))
                    @Nullable String parts,
            @QueryParam("item_ids")
                    @Parameter(description = "Chosen items, separated by commas.", example = "311,312")
                    @Nullable String itemIds) {
        Integer count = parts(parts);
        if (count != null && itemIds != null) {
            throw ProblemException.invalid("parts", "or item_ids, not both; neither: by seat");
        }
        List<Long> items = items(itemIds);
        return statements
                .splitting(caller.get().restaurantId(), caller.bearer(), orderId)
                .map(splitting -> {
                    if (itemIds != null) {
                        return splitting.byItems(items);
                    }
                    return count == null ? splitting.bySeat() : splitting.equally(count);
                });
    }

    private static @Nullable Integer parts(@Nullable String parts) {
        Long count = QueryValue.number("parts", parts);
        if (count != null && (count < 1 || count > MOST_PARTS)) {
            throw ProblemException.invalid("parts", "must be a number from 1 to " + MOST_PARTS);
        }
        return count == null ? null : Math.toIntExact(count);
    }

    private static List<Long> items(@Nullable String itemIds) {
        return itemIds == null ? List.of() : QueryValue.numbers("item_ids", itemIds, MOST_ITEMS);
    }
}
