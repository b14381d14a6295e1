package io.brigade.orders.floor;

import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tables")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Floor")
class TableResource {

    private final TableStore tables;
    private final CurrentCaller caller;

    @Inject
    TableResource(TableStore tables, CurrentCaller caller) {
        this.tables = tables;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listTables", summary = "The tables of your restaurant and what is open on them")
    public Uni<Page<TableView>> list(@BeanParam PageRequest page) {
        return tables.list(caller.get().restaurantId(), page)
                .map(rows -> Page.of(rows, page, TableView::tableId, Function.identity()));
    }
}
