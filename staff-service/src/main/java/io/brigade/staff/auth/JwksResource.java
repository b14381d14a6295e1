package io.brigade.staff.auth;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys, for whoever wants to verify tokens without having them configured (RFC 7517). */
@Path("/.well-known/jwks.json")
@Tag(name = "Sign-in")
class JwksResource {

    private final String keys;

    @Inject
    JwksResource(AuthConfig config) throws IOException {
        this.keys = Files.readString(config.token().publicKeys());
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getPublicKeys", summary = "Public keys of the tokens, a JSON Web Key Set")
    public Response keys() {
        return Response.ok(keys)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
