package io.brigade.payments.erp;

import io.brigade.payments.PaymentsProblem;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/accounting")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Tag(name = "Accounting")
class AccountingResource {

    private static final String ALL = "all";

    private final Entries entries;
    private final Resending resending;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    AccountingResource(Entries entries, Resending resending, CurrentCaller caller, CurrentWrite write) {
        this.entries = entries;
        this.resending = resending;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Path("/entries")
    @Operation(
            operationId = "listAccountingEntries",
            summary = "Accounting entries and how they fare on their way to the ERP, newest first")
    public Uni<Page<EntrySummary>> list(
            @QueryParam("state")
                    @Parameter(
                            description = "DEAD: what the ERP did not take.",
                            schema = @Schema(implementation = DeliveryState.class))
                    @Nullable String state,
            @BeanParam PageRequest page) {
        return entries.list(caller.get().restaurantId(), QueryValue.choice("state", DeliveryState.class, state), page);
    }

    @GET
    @Path("/entries/{entry_id}")
    @Operation(operationId = "getAccountingEntry", summary = "One accounting entry, as the ERP gets it")
    public Uni<EntryView> get(@PathParam("entry_id") UUID entryId) {
        return entries.get(caller.get().restaurantId(), entryId);
    }

    @POST
    @Path("/entries/{entry_id}/resend")
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @PaymentsProblem.MayAnswer(PaymentsProblem.ENTRY_NOT_DEAD)
    @Operation(operationId = "resendAccountingEntry", summary = "Send an entry again that the ERP did not take")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Resent.class)))
    public Uni<Response> resend(@PathParam("entry_id") UUID entryId) {
        return resending.one(write.of(entryId), entryId).map(Answer::toResponse);
    }

    @POST
    @Path("/resend")
    @Operation(
            operationId = "resendAccountingEntries",
            summary = "Send all entries again that the ERP did not take",
            description = "At most 10,000 in a call, the oldest first; still_dead tells how many are left.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Resent.class)))
    public Uni<Response> resendAll() {
        return resending.all(write.of(ALL)).map(Answer::toResponse);
    }
}
