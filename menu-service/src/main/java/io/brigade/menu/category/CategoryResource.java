package io.brigade.menu.category;

import io.brigade.menu.MenuProblem;
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

@Path("/api/menu/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Menu")
class CategoryResource {

    private final CategoryService categories;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    CategoryResource(CategoryService categories, CurrentCaller caller, CurrentWrite write) {
        this.categories = categories;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer(MenuProblem.CARTE_FULL)
    @Operation(operationId = "addCategory", summary = "Add a category")
    @APIResponse(
            responseCode = "201",
            description = "It is on the carte.",
            content = @Content(schema = @Schema(implementation = CategoryView.class)))
    public Uni<Response> add(@NotNull @Valid CategoryEdit category) {
        return categories.add(write.of(category), category).map(Answer::toResponse);
    }

    @GET
    @Path("/{category_id}")
    @Authenticated
    @Operation(operationId = "getCategory", summary = "One category")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CategoryView.class)))
    @APIResponse(responseCode = "304", description = "You have this version already.")
    public Uni<Response> get(
            @PathParam("category_id") long id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return categories
                .get(caller.get().restaurantId(), id)
                .map(view -> EntityTag.answer(view, view.version(), ifNoneMatch));
    }

    @PUT
    @Path("/{category_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "editCategory", summary = "Replace a category: its name, translations and place")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CategoryView.class)))
    public Uni<Response> edit(
            @PathParam("category_id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CategoryEdit edit) {
        return categories.edit(write.of(edit), id, ifMatch, edit).map(Answer::toResponse);
    }

    @DELETE
    @Path("/{category_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @MenuProblem.MayAnswer(MenuProblem.CATEGORY_NOT_EMPTY)
    @Operation(operationId = "removeCategory", summary = "Remove a category that has no dishes")
    @APIResponse(responseCode = "204", description = "It is off the carte.")
    public Uni<Response> remove(
            @PathParam("category_id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return categories.remove(write.of(""), id, ifMatch).map(Answer::toResponse);
    }
}
