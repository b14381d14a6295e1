package io.brigade.payments.closing;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.paper.PaperAnswer;
import io.brigade.platform.http.QueryValue;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.openapi.KeyRequired;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/closings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Tag(name = "Closings")
class ClosingResource {

    private final ClosingService closing;
    private final ClosingStore closings;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    ClosingResource(ClosingService closing, ClosingStore closings, CurrentCaller caller, CurrentWrite write) {
        this.closing = closing;
        this.closings = closings;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @Operation(
            operationId = "closePeriod",
            summary = "Close a day (Z), a month or a year; Idempotency-Key is required",
            description =
                    "Days are closed in order, each once. A month needs its days closed, a year its months; what has"
                            + " no bookings counts as closed. What is booked afterwards falls into the first open day.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Closing.class)))
    @KeyRequired
    @PaymentsProblem.MayAnswer({
        PaymentsProblem.PERIOD_CLOSED,
        PaymentsProblem.PERIOD_NOT_OVER,
        PaymentsProblem.EARLIER_PERIOD_OPEN
    })
    public Uni<Response> close(@NotNull @Valid NewClosing request) {
        return closing.close(write.ofMoney(request), request.period()).map(Answer::toResponse);
    }

    @GET
    @Operation(operationId = "listClosings", summary = "Closings, newest first")
    public Uni<Page<Closing>> list(
            @QueryParam("kind")
                    @Parameter(description = "Only these.", schema = @Schema(implementation = ClosingKind.class))
                    @Nullable String kind,
            @BeanParam PageRequest page) {
        ClosingKind wanted = QueryValue.choice("kind", ClosingKind.class, kind);
        return closings.list(caller.get().restaurantId(), wanted, page)
                .map(found -> Page.of(found, page, Closing::closingId, each -> each));
    }

    @GET
    @Path("/{closing_id}")
    @Produces({MediaType.APPLICATION_JSON, "text/plain;charset=UTF-8", "text/html;charset=UTF-8", PaperAnswer.ESC_POS})
    @Operation(
            operationId = "getClosing",
            summary = "A closing as JSON, or in French on paper of 42 columns (Z de caisse): text, HTML or ESC/POS")
    @APIResponse(
            responseCode = "200",
            description = "The closing.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Closing.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING, examples = "Z DE CAISSE n° 214")),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, examples = "<pre>Z DE CAISSE n° 214</pre>")),
                @Content(
                        mediaType = PaperAnswer.ESC_POS,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", examples = "Z DE CAISSE n° 214"))
            })
    public Uni<Response> get(
            @PathParam("closing_id") @Parameter(example = "512") long closingId, @Context Request request) {
        Caller asking = caller.get();
        MediaType type = PaperAnswer.accepted(request, MediaType.APPLICATION_JSON_TYPE);
        return closings.find(asking.restaurantId(), closingId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("closing", closingId))
                .map(found -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                        ? Response.ok(found, type).build()
                        : PaperAnswer.of(
                                ClosingLayout.title(found), ClosingLayout.rows(found, asking.timeZone()), type));
    }
}
