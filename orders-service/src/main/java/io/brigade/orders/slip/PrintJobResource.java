package io.brigade.orders.slip;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.kitchen.Station;
import io.brigade.platform.http.QueryValue;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What kitchen printers ask for. */
@Path("/api/kitchen/print-jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.KITCHEN, Role.WAITER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Printing")
class PrintJobResource {

    private final PrintJobStore jobs;
    private final PrintJobService service;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    PrintJobResource(PrintJobStore jobs, PrintJobService service, CurrentCaller caller, CurrentWrite write) {
        this.jobs = jobs;
        this.service = service;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listPrintJobs", summary = "Kitchen slips, the oldest first; they are kept for two days")
    public Uni<Page<PrintJob>> list(
            @BeanParam PageRequest page,
            @QueryParam("printer")
                    @Parameter(description = "All if absent.", schema = @Schema(implementation = Station.class))
                    @Nullable String printer,
            @QueryParam("state")
                    @Parameter(
                            description = "All that are not printed if absent.",
                            schema = @Schema(implementation = PrintJobState.class))
                    @Nullable String state) {
        return jobs.list(
                        caller.get().restaurantId(),
                        page,
                        QueryValue.choice("printer", Station.class, printer),
                        QueryValue.choice("state", PrintJobState.class, state))
                .map(found -> Page.of(found, page, PrintJob::jobId, Function.identity()));
    }

    @POST
    @Path("/claim")
    @Operation(
            operationId = "claimPrintJobs",
            summary = "Take the oldest slips of a printer to print them",
            description = "For 30 s nobody else gets them. What is not said to be printed by then waits again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClaimedJobs.class)))
    public Uni<Response> claim(@NotNull @Valid ClaimRequest request) {
        return service.claim(write.of(request), request).map(Answer::toResponse);
    }

    @POST
    @Path("/{job_id}/printed")
    @Operation(operationId = "slipPrinted", summary = "Say that a slip is on paper")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PrintJob.class)))
    public Uni<Response> printed(@PathParam("job_id") @Parameter(example = "512") long jobId) {
        return service.printed(write.of(jobId), jobId).map(Answer::toResponse);
    }

    @POST
    @Path("/{job_id}/failed")
    @Operation(operationId = "slipFailed", summary = "Say that a slip did not come out: it waits again")
    @OrdersProblem.MayAnswer(OrdersProblem.SLIP_PRINTED)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PrintJob.class)))
    public Uni<Response> failed(
            @PathParam("job_id") @Parameter(example = "512") long jobId, @NotNull @Valid PrintFailure failure) {
        return service.failed(write.of(failure), jobId, failure).map(Answer::toResponse);
    }

    @POST
    @Path("/reroute")
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @Operation(operationId = "reroutePrintJobs", summary = "Send what a printer has not printed to another one")
    @OrdersProblem.MayAnswer(OrdersProblem.PRINTER_UNAVAILABLE)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rerouted.class)))
    public Uni<Response> reroute(@NotNull @Valid RerouteRequest request) {
        return service.reroute(write.of(request), request).map(Answer::toResponse);
    }
}
