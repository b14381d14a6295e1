package io.brigade.menu.carte;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

@Path("/api/menu/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Menu")
class SettingsResource {

    private final SettingsService settings;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    SettingsResource(SettingsService settings, CurrentCaller caller, CurrentWrite write) {
        this.settings = settings;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getMenuSettings", summary = "Languages and currency of the carte")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Settings.View.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return settings.get(caller.get()).map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @PUT
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "editMenuSettings", summary = "Say which languages the carte is written in")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Settings.View.class)))
    public Uni<Response> edit(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid Settings edit) {
        return settings.edit(write.of(edit), ifMatch, edit).map(Answer::toResponse);
    }
}
