package io.brigade.staff.auth;

import io.brigade.platform.openapi.NeverReplayed;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.staff.StaffProblem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/auth/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Sign-in")
class ApprovalResource {

    private final ManagersConsent consent;
    private final CurrentCaller caller;

    @Inject
    ApprovalResource(ManagersConsent consent, CurrentCaller caller) {
        this.consent = consent;
        this.caller = caller;
    }

    /** Answers are never recorded for replay: they are secrets. An approval that was lost is simply given again. */
    @POST
    @Operation(
            operationId = "approve",
            summary = "A manager approves one action on one order",
            description = "The manager types code and PIN on your device. The answer's token goes into the request of"
                    + " that action as approval_token; it is good for five minutes and one use.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApprovalAnswer.class)))
    @NeverReplayed
    @CommonProblem.MayAnswer(CommonProblem.APPROVAL_REFUSED)
    @StaffProblem.MayAnswer(StaffProblem.SIGN_IN_LOCKED)
    public Uni<Response> approve(@NotNull @Valid ApprovalRequest request) {
        return consent.give(request, caller.get()).map(answer -> Response.ok(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }
}
