package io.brigade.payments.cash;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.http.QueryValue;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.openapi.KeyRequired;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/cash-sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.CASHIER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Drawers")
class CashResource {

    private final CashService cash;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    CashResource(CashService cash, CurrentCaller caller, CurrentWrite write) {
        this.cash = cash;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @PaymentsProblem.MayAnswer(PaymentsProblem.DRAWER_OPEN)
    @Operation(operationId = "openDrawer", summary = "Open a till's drawer with what is in it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CashSession.class)))
    @KeyRequired
    public Uni<Response> open(@NotNull @Valid OpenDrawer drawer) {
        return cash.open(write.ofMoney(drawer), drawer).map(Answer::toResponse);
    }

    @GET
    @Operation(operationId = "listDrawers", summary = "Drawers, newest first")
    public Uni<Page<CashSession>> list(
            @BeanParam PageRequest page,
            @QueryParam("open")
                    @Parameter(
                            description = "True: only those that are open. False: only those that were counted.",
                            schema = @Schema(implementation = Boolean.class))
                    @Nullable String open) {
        return cash.list(caller.get(), page, QueryValue.flag("open", open));
    }

    @GET
    @Path("/{session_id}")
    @Operation(operationId = "getDrawer", summary = "One drawer: what is expected in it, or what was counted")
    public Uni<CashSession> get(@PathParam("session_id") long sessionId) {
        return cash.get(caller.get(), sessionId);
    }

    @GET
    @Path("/{session_id}/movements")
    @Operation(operationId = "listDrawerMovements", summary = "What went through a drawer, oldest first")
    public Uni<Page<CashMovement>> movements(@PathParam("session_id") long sessionId, @BeanParam PageRequest page) {
        return cash.movements(caller.get(), sessionId, page);
    }

    @POST
    @Path("/{session_id}/movements")
    @CommonProblem.MayAnswer({CommonProblem.APPROVAL_REQUIRED, CommonProblem.APPROVAL_REFUSED})
    @PaymentsProblem.MayAnswer(PaymentsProblem.DRAWER_CLOSED)
    @Operation(
            operationId = "moveCash",
            summary = "Put money in, take some out, or open the drawer for nothing",
            description = "What is taken out, and an opening for nothing, take an approval for DRAWER.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CashMovement.class)))
    @KeyRequired
    public Uni<Response> move(@PathParam("session_id") long sessionId, @NotNull @Valid NewMovement movement) {
        return cash.move(write.ofMoney(movement), sessionId, movement).map(Answer::toResponse);
    }

    @POST
    @Path("/{session_id}/close")
    @PaymentsProblem.MayAnswer(PaymentsProblem.DRAWER_CLOSED)
    @Operation(operationId = "closeDrawer", summary = "Say what was counted; the difference is kept")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CashSession.class)))
    @KeyRequired
    public Uni<Response> close(@PathParam("session_id") long sessionId, @NotNull @Valid DrawerCount count) {
        return cash.close(write.ofMoney(count), sessionId, count).map(Answer::toResponse);
    }
}
