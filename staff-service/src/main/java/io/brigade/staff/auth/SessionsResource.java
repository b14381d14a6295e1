package io.brigade.staff.auth;

import io.brigade.platform.openapi.NeverReplayed;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All sign-ins of a person at once, for whoever lost a phone. */
@Path("/api/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Sign-in")
class SessionsResource {

    private final SignIn signIn;
    private final CurrentCaller caller;

    @Inject
    SessionsResource(SignIn signIn, CurrentCaller caller) {
        this.signIn = signIn;
        this.caller = caller;
    }

    @DELETE
    @Operation(
            operationId = "endAllSessions",
            summary = "Sign out everywhere",
            description =
                    "Ends every refresh token of yours, on all devices. Access tokens stay good until they expire,"
                            + " a quarter of an hour at most.")
    @APIResponse(responseCode = "204", description = "Signed out everywhere")
    @NeverReplayed
    public Uni<Response> endAll() {
        return signIn.endAll(caller.get().staffId())
                .map(_ -> Response.noContent().cookie(SessionCookie.gone()).build());
    }
}
