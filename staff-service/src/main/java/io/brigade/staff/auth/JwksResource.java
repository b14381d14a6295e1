package io.brigade.staff.auth;

import io.brigade.platform.config.ServiceConfig;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys, for whoever wants to verify tokens without having them configured (RFC 7517). */
@Path("/.well-known/jwks.json")
@Tag(name = "Sign-in")
class JwksResource {

    private static final String EXAMPLE = """
            {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "2026-11", "n": "0vx7agoebGc…", "e": "AQAB"}]}""";

    private final String keys;

    @Inject
    JwksResource(ServiceConfig config) throws IOException {
        this.keys = Files.readString(config.token().publicKeys());
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getPublicKeys",
            summary = "Public keys of the tokens, a JSON Web Key Set",
            description = "RFC 7517; kid in a token's header names its key.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "keys", value = EXAMPLE)))
    public Response keys() {
        return Response.ok(keys)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
