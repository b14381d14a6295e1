package io.brigade.orders.slip;

import io.brigade.orders.OrdersProblem;
import io.brigade.orders.kitchen.Station;
import io.brigade.platform.http.QueryValue;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which stations print. */
@Path("/api/kitchen/printers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
class PrinterResource {

    private final PrinterStore printers;
    private final PrinterService service;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    PrinterResource(PrinterStore printers, PrinterService service, CurrentCaller caller, CurrentWrite write) {
        this.printers = printers;
        this.service = service;
        this.caller = caller;
        this.write = write;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listPrinters",
            summary = "The stations that have printers, and what waits for each; at most one per station")
    public Uni<Printers> list() {
        return printers.list(caller.get().restaurantId()).map(Printers::new);
    }

    @PUT
    @Path("/{station}")
    @RolesAllowed({Role.KITCHEN, Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "setPrinter",
            summary = "Say whether a station's slips are printed, and by which printer",
            description = "New slips go there from now on; what waits already is moved by reroutePrintJobs.")
    @OrdersProblem.MayAnswer({OrdersProblem.PRINTER_UNAVAILABLE, OrdersProblem.PRINTER_IN_USE})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Printer.class)))
    public Uni<Response> set(
            @PathParam("station") @Parameter(schema = @Schema(implementation = Station.class)) String station,
            @NotNull @Valid PrinterEdit edit) {
        Station known = Objects.requireNonNull(QueryValue.choice("station", Station.class, station));
        return service.set(write.of(edit), known, edit).map(Answer::toResponse);
    }
}
