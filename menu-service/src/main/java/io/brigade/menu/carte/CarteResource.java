package io.brigade.menu.carte;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;

@Path("/api/menu")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Menu")
class CarteResource {

    private final CarteService carte;
    private final CurrentCaller caller;

    @Inject
    CarteResource(CarteService carte, CurrentCaller caller) {
        this.carte = carte;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMenu", summary = "The whole carte of your restaurant")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CarteView.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return carte.current(caller.get().restaurantId())
                .map(current -> EntityTag.answer(current.body(), current.version(), ifNoneMatch));
    }
}
