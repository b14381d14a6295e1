package io.brigade.menu.option;

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

@Path("/api/menu/option-groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Menu")
class OptionGroupResource {

    private final OptionGroupService groups;
    private final PriceHistory prices;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    OptionGroupResource(OptionGroupService groups, PriceHistory prices, CurrentCaller caller, CurrentWrite write) {
        this.groups = groups;
        this.prices = prices;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer({MenuProblem.CARTE_FULL, MenuProblem.REFERENCE_UNKNOWN})
    @Operation(operationId = "addOptionGroup", summary = "Add an option group with its options")
    @APIResponse(
            responseCode = "201",
            description = "It is on the carte.",
            content = @Content(schema = @Schema(implementation = OptionGroupView.class)))
    public Uni<Response> add(@NotNull @Valid OptionGroupEdit group) {
        return groups.add(write.of(group), group).map(Answer::toResponse);
    }

    @GET
    @Path("/{option_group_id}")
    @Authenticated
    @Operation(operationId = "getOptionGroup", summary = "One option group")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OptionGroupView.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(
            @PathParam("option_group_id") long id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return groups.get(caller.get().restaurantId(), id)
                .map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @PUT
    @Path("/{option_group_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer(MenuProblem.REFERENCE_UNKNOWN)
    @Operation(operationId = "editOptionGroup", summary = "Replace an option group with its options")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OptionGroupView.class)))
    public Uni<Response> edit(
            @PathParam("option_group_id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OptionGroupEdit edit) {
        return groups.edit(write.of(edit), id, ifMatch, edit).map(Answer::toResponse);
    }

    @DELETE
    @Path("/{option_group_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer(MenuProblem.OPTION_GROUP_IN_USE)
    @Operation(operationId = "removeOptionGroup", summary = "Remove an option group that no dish uses")
    @APIResponse(responseCode = "204", description = "It is off the carte.")
    public Uni<Response> remove(
            @PathParam("option_group_id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return groups.remove(write.of(""), id, ifMatch).map(Answer::toResponse);
    }

    @GET
    @Path("/{option_group_id}/prices")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "listOptionPrices",
            summary = "What a group's options have cost, newest first; also when they are gone")
    public Uni<Page<PriceChangeView>> prices(@PathParam("option_group_id") long id, @BeanParam PageRequest page) {
        return prices.page(caller.get().restaurantId(), Kind.OPTION, id, page);
    }
}
