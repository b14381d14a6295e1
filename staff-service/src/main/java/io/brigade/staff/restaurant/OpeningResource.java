package io.brigade.staff.restaurant;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.staff.StaffProblem;
import io.brigade.staff.auth.PinHasher;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For whoever operates the installation: before the first restaurant nobody can sign in. */
@Path("/api/restaurants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Restaurants")
class OpeningResource {

    private final RestaurantOpening opening;
    private final SetupSecret secret;
    private final PinHasher pins;
    private final CurrentWrite write;

    @Inject
    OpeningResource(RestaurantOpening opening, SetupSecret secret, PinHasher pins, CurrentWrite write) {
        this.opening = opening;
        this.secret = secret;
        this.pins = pins;
        this.write = write;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "openRestaurant",
            summary = "Open a restaurant, with its first admin",
            description = "Needs no token but the installation's setup secret. Legal name, SIRET, currency, time zone"
                    + " and cut-off hour stay for good. The admin signs in and adds people, tables and the carte.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RestaurantView.class)))
    @StaffProblem.MayAnswer({StaffProblem.SETUP_REFUSED, StaffProblem.RESTAURANT_EXISTS, StaffProblem.STAFF_CODE_TAKEN})
    public Uni<Response> open(
            @HeaderParam("Setup-Secret") @Parameter(description = "The setting brigade.setup.secret.") @Nullable String setupSecret,
            @NotNull @Valid NewRestaurant request) {
        secret.require(setupSecret);
        request.requireSensible();
        NewRestaurant recorded = request.withPin(pins.peppered(request.admin().pin()));
        return opening.open(write.of(RestaurantOpening.OPERATOR, recorded), request)
                .map(Answer::toResponse);
    }
}
