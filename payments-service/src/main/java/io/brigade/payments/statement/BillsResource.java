package io.brigade.payments.statement;

import io.brigade.platform.http.QueryValue;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/bills")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Bills")
class BillsResource {

    private static final int MOST_ORDERS = 200;

    private final Statements statements;
    private final CurrentCaller caller;

    @Inject
    BillsResource(Statements statements, CurrentCaller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listBills",
            summary = "What is paid and left of several orders",
            description = "Orders for which nothing was ever taken are not among the answers: all of them is left.")
    public Uni<BillSummaries> list(
            @QueryParam("order_ids")
                    @Parameter(
                            required = true,
                            description = "Orders, separated by commas; at most 200.",
                            schema = @Schema(implementation = String.class),
                            example = "78,79")
                    @Nullable String orderIds) {
        if (orderIds == null) {
            throw ProblemException.invalid("order_ids", "is required");
        }
        return statements.summaries(
                caller.get().restaurantId(), QueryValue.numbers("order_ids", orderIds, MOST_ORDERS));
    }
}
