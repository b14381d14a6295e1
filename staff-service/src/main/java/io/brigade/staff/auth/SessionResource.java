package io.brigade.staff.auth;

import io.brigade.platform.openapi.NeverReplayed;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.staff.StaffProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sign-in of browsers: like {@link TokenResource}, with the refresh token out of reach of scripts. */
@Path(SessionCookie.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
class SessionResource {

    private final SignIn signIn;
    private final RefreshTokens refreshTokens;

    @Inject
    SessionResource(SignIn signIn, RefreshTokens refreshTokens) {
        this.signIn = signIn;
        this.refreshTokens = refreshTokens;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "openSession",
            summary = "Sign in from a browser",
            description =
                    "The refresh token comes in a cookie that scripts can't read. Only for our own pages: Origin has"
                            + " to be the host that is asked.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
    @NeverReplayed
    @CommonProblem.MayAnswer(CommonProblem.FORBIDDEN)
    @StaffProblem.MayAnswer({StaffProblem.SIGN_IN_REFUSED, StaffProblem.SIGN_IN_LOCKED})
    public Uni<Response> open(@NotNull @Valid SessionRequest request, @Context HttpHeaders headers) {
        OwnPages.require(headers);
        return signIn.byPin(request.staffCode(), request.pin()).map(this::answer);
    }

    /** Refusing leaves the cookie alone: by now it may hold another tab's newer token. */
    @POST
    @Path("/renew")
    @PermitAll
    @Operation(
            operationId = "renewSession",
            summary = "Renew a browser's access token by its cookie",
            description =
                    "The cookie is replaced. If the answer is lost, the same cookie is good for two more minutes.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
    @NeverReplayed
    @CommonProblem.MayAnswer(CommonProblem.FORBIDDEN)
    @StaffProblem.MayAnswer(StaffProblem.REFRESH_TOKEN_REFUSED)
    public Uni<Response> renew(
            @Parameter(hidden = true) @CookieParam(SessionCookie.NAME) @Nullable String token,
            @Context HttpHeaders headers) {
        OwnPages.require(headers);
        if (token == null) {
            throw ProblemException.of(StaffProblem.REFRESH_TOKEN_REFUSED, "Sign in with code and PIN.");
        }
        return signIn.bySessionToken(new RefreshToken(token)).map(this::answer);
    }

    @DELETE
    @PermitAll
    @Operation(
            operationId = "endSession",
            summary = "Sign out of this browser",
            description =
                    "Ends the sign-in that the cookie belongs to, and takes the cookie away. The access token stays"
                            + " good until it expires: forget it.")
    @APIResponse(responseCode = "204", description = "Signed out")
    @NeverReplayed
    @CommonProblem.MayAnswer(CommonProblem.FORBIDDEN)
    public Uni<Response> end(
            @Parameter(hidden = true) @CookieParam(SessionCookie.NAME) @Nullable String token,
            @Context HttpHeaders headers) {
        OwnPages.require(headers);
        Uni<Void> ended = token == null ? Uni.createFrom().voidItem() : signIn.end(new RefreshToken(token));
        return ended.map(_ -> Response.noContent().cookie(SessionCookie.gone()).build());
    }

    private Response answer(SignedIn signedIn) {
        return Response.ok(SessionAnswer.of(signedIn))
                .header(HttpHeaders.CACHE_CONTROL, "no-store") // RFC 6749 section 5.1
                .cookie(SessionCookie.holding(signedIn.refreshToken(), refreshTokens.lifetime()))
                .build();
    }
}
