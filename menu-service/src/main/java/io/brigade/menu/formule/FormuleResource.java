package io.brigade.menu.formule;

import io.brigade.menu.MenuProblem;
import io.brigade.menu.price.Kind;
import io.brigade.menu.price.PriceChangeView;
import io.brigade.menu.price.PriceHistory;
import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

@Path("/api/menu/formules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Menu")
class FormuleResource {

    private final FormuleService formules;
    private final PriceHistory prices;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    FormuleResource(FormuleService formules, PriceHistory prices, CurrentCaller caller, CurrentWrite write) {
        this.formules = formules;
        this.prices = prices;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer({MenuProblem.CARTE_FULL, MenuProblem.REFERENCE_UNKNOWN})
    @Operation(operationId = "addFormule", summary = "Add a formule")
    @APIResponse(
            responseCode = "201",
            description = "It is on the carte.",
            content = @Content(schema = @Schema(implementation = FormuleView.class)))
    public Uni<Response> add(@NotNull @Valid FormuleEdit formule) {
        return formules.add(write.of(formule), formule).map(Answer::toResponse);
    }

    @GET
    @Path("/{formule_id}")
    @Authenticated
    @Operation(operationId = "getFormule", summary = "One formule")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FormuleView.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(
            @PathParam("formule_id") long id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return formules.get(caller.get().restaurantId(), id)
                .map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @PUT
    @Path("/{formule_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer(MenuProblem.REFERENCE_UNKNOWN)
    @Operation(operationId = "editFormule", summary = "Replace a formule, all of it but its availability")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FormuleView.class)))
    public Uni<Response> edit(
            @PathParam("formule_id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid FormuleEdit edit) {
        return formules.edit(write.of(edit), id, ifMatch, edit).map(Answer::toResponse);
    }

    @DELETE
    @Path("/{formule_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "removeFormule", summary = "Take a formule off the carte")
    @APIResponse(responseCode = "204", description = "It is off the carte.")
    public Uni<Response> remove(
            @PathParam("formule_id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return formules.remove(write.of(""), id, ifMatch).map(Answer::toResponse);
    }

    @PUT
    @Path("/{formule_id}/availability")
    @RolesAllowed({Role.KITCHEN, Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "setFormuleAvailability",
            summary = "Say that a formule is sold out, until when, or back on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FormuleView.class)))
    public Uni<Response> setAvailability(
            @PathParam("formule_id") long id, @NotNull @Valid FormuleAvailability availability) {
        return formules.setAvailability(write.of(availability), id, availability)
                .map(Answer::toResponse);
    }

    @GET
    @Path("/{formule_id}/prices")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "listFormulePrices",
            summary = "What a formule has cost, newest first; also when it is off the carte")
    public Uni<Page<PriceChangeView>> prices(@PathParam("formule_id") long id, @BeanParam PageRequest page) {
        return prices.page(caller.get().restaurantId(), Kind.FORMULE, id, page);
    }
}
