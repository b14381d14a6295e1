package io.brigade.menu.carte;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/menu")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Menu")
class CarteResource {

    private static final String GZIP = "gzip";

    private final CarteService carte;
    private final CurrentCaller caller;

    @Inject
    CarteResource(CarteService carte, CurrentCaller caller) {
        this.carte = carte;
        this.caller = caller;
    }

    @GET
    @Uncompressed // it is sent as it was made ready: never compressed for each request, nor twice
    @Operation(operationId = "getMenu", summary = "The whole carte of your restaurant")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CarteView.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding) {
        return carte.current(caller.get()).map(current -> answer(current, ifNoneMatch, takesGzip(acceptEncoding)));
    }

    /** The compressed form carries the tag in its weak form: the same carte in other bytes (RFC 9110 section 8.8.1). */
    private static Response answer(CachedCarte carte, @Nullable String ifNoneMatch, boolean gzip) {
        String strong = EntityTag.of(carte.version());
        boolean known = EntityTag.isNamedIn(ifNoneMatch, strong);
        Response.ResponseBuilder answer =
                known ? Response.notModified() : Response.ok(gzip ? carte.gzip() : carte.plain());
        if (gzip && !known) {
            answer.header(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        return answer.header(HttpHeaders.ETAG, gzip ? "W/" + strong : strong)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** RFC 9110 section 12.5.3; a weight of nought is a refusal. */
    static boolean takesGzip(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(coding -> coding.equals(GZIP)
                                || (coding.startsWith(GZIP + ";") && !coding.matches(".*;\\s*q=0(\\.0{0,3})?")));
    }
}
