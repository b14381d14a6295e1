package io.brigade.payments.fiscal;

import io.brigade.platform.http.QueryValue;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/fiscal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Tag(name = "Fiscal journal")
class FiscalResource {

    private final JournalStore entries;
    private final Verifications verifications;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    FiscalResource(JournalStore entries, Verifications verifications, CurrentCaller caller, CurrentWrite write) {
        this.entries = entries;
        this.verifications = verifications;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Path("/journal")
    @Operation(operationId = "listJournalEntries", summary = "The fiscal journal, newest entry first")
    public Uni<Page<JournalEntryView>> journal(
            @Parameter(description = "All kinds if absent.", schema = @Schema(implementation = Kind.class))
                    @QueryParam("kind")
                    @Nullable String kind,
            @BeanParam PageRequest request) {
        return entries.page(
                        caller.get().restaurantId(),
                        request.before(),
                        QueryValue.choice("kind", Kind.class, kind),
                        request.limit() + 1)
                .map(found -> found.stream().map(JournalEntryView::of).toList())
                .map(found -> Page.of(found, request, JournalEntryView::sequence, view -> view));
    }

    @GET
    @Path("/verification")
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "getVerification",
            summary = "What the last verification of the journal found",
            description = "Verification goes on by itself; 404 until it has begun.")
    public Uni<Verification> verification() {
        return verifications.last(caller.get().restaurantId());
    }

    @POST
    @Path("/verifications")
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @Operation(
            operationId = "verifyJournal",
            summary = "Verify now: what is new, then older entries again, 2,000 in all",
            description = "Call it again while `verified_to` is less than `head_sequence`.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Verification.class)))
    public Uni<Response> verify() {
        return verifications.verify(write.of(Map.of())).map(Answer::toResponse);
    }
}
