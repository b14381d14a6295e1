package io.brigade.staff.auth;

import io.brigade.platform.openapi.NeverReplayed;
import io.brigade.platform.problem.ProblemException;
import io.brigade.staff.StaffProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
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

@Path("/api/auth/token")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
class TokenResource {

    private final SignIn signIn;

    @Inject
    TokenResource(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Answers are never recorded for replay: they are secrets. A sign-in that was lost is simply made again. */
    @POST
    @PermitAll
    @Operation(operationId = "signIn", summary = "Sign in with staff code and PIN, or with a refresh token")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    @NeverReplayed
    @StaffProblem.MayAnswer({
        StaffProblem.SIGN_IN_REFUSED,
        StaffProblem.REFRESH_TOKEN_REFUSED,
        StaffProblem.SIGN_IN_LOCKED
    })
    public Uni<Response> token(@NotNull @Valid TokenRequest request) {
        return signIn(request).map(signedIn -> Response.ok(TokenAnswer.of(signedIn))
                .header(HttpHeaders.CACHE_CONTROL, "no-store") // RFC 6749 section 5.1
                .build());
    }

    private Uni<SignedIn> signIn(TokenRequest request) {
        String refreshToken = request.refreshToken();
        if (refreshToken != null) {
            return signIn.byRefreshToken(new RefreshToken(refreshToken));
        }
        String staffCode = request.staffCode();
        String pin = request.pin();
        if (staffCode == null || pin == null) {
            throw ProblemException.invalid(
                    staffCode == null ? "staff_code" : "pin", "is required unless refresh_token is sent");
        }
        return signIn.byPin(staffCode, pin);
    }
}
