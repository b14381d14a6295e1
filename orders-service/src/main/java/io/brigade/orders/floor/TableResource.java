package io.brigade.orders.floor;

import io.brigade.orders.OrdersProblem;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.CommonProblem;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/tables")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Floor")
class TableResource {

    private final TableStore tables;
    private final TableService service;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    TableResource(TableStore tables, TableService service, CurrentCaller caller, CurrentWrite write) {
        this.tables = tables;
        this.service = service;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listTables",
            summary = "The tables of your restaurant, their state and what is open on them")
    public Uni<Page<TableView>> list(@BeanParam PageRequest page) {
        return tables.list(caller.get().restaurantId(), page)
                .map(rows -> Page.of(rows, page, TableView::tableId, Function.identity()));
    }

    @POST
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @Operation(operationId = "addTable", summary = "Add a table to the plan")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TableView.class)))
    public Uni<Response> add(@NotNull @Valid TableEdit table) {
        return service.add(write.of(table), table).map(Answer::toResponse);
    }

    @PUT
    @Path("/{table_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "editTable", summary = "Change a table's name, seats and place")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TableView.class)))
    public Uni<Response> edit(
            @PathParam("table_id") @Parameter(example = "4") long tableId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TableEdit edit) {
        return service.edit(write.of(edit), tableId, ifMatch, edit).map(Answer::toResponse);
    }

    @DELETE
    @Path("/{table_id}")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "takeTableAway",
            summary = "Take a table off the plan",
            description = "Not while an order is open on it. Its past orders stay, its name is free.")
    @OrdersProblem.MayAnswer(OrdersProblem.TABLE_OCCUPIED)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TableView.class)))
    public Uni<Response> takeAway(@PathParam("table_id") @Parameter(example = "4") long tableId) {
        return service.takeAway(write.of(tableId), tableId).map(Answer::toResponse);
    }

    @PUT
    @Path("/{table_id}/waiter")
    @RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "assignTable", summary = "Say who serves a table")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TableView.class)))
    public Uni<Response> assign(
            @PathParam("table_id") @Parameter(example = "4") long tableId, @NotNull @Valid TableWaiter waiter) {
        return service.assign(write.of(waiter), caller.bearer(), tableId, waiter)
                .map(Answer::toResponse);
    }

    @POST
    @Path("/{table_id}/clear")
    @RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
    @Operation(operationId = "clearTable", summary = "Say that a table was cleared")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TableView.class)))
    public Uni<Response> clear(@PathParam("table_id") @Parameter(example = "4") long tableId) {
        return service.clear(write.of(tableId), tableId).map(Answer::toResponse);
    }
}
