package io.brigade.payments.document;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.paper.PaperAnswer;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.openapi.KeyRequired;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/bills/{order_id}")
@RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Bills")
class NoteResource {

    private final Documents documents;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    NoteResource(Documents documents, CurrentCaller caller, CurrentWrite write) {
        this.documents = documents;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @Path("/notes")
    @Produces(MediaType.APPLICATION_JSON)
    @PaymentsProblem.MayAnswer(PaymentsProblem.NOTHING_TO_PRINT)
    @Operation(
            operationId = "printNote",
            summary = "Print the note that a guest gets before paying",
            description = "If nothing has changed since the last one, it is a numbered duplicata of that.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @KeyRequired
    public Uni<Response> printNote(@PathParam("order_id") long orderId) {
        return documents.note(write.ofMoney("note"), caller.bearer(), orderId).map(Answer::toResponse);
    }

    @GET
    @Path("/note")
    @Produces({"text/plain;charset=UTF-8", "text/html;charset=UTF-8", PaperAnswer.ESC_POS})
    @Operation(operationId = "getNote", summary = "The last note of an order, as it was printed last")
    @APIResponse(
            responseCode = "200",
            description = "The note.",
            content = {
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING, examples = "Note n° 57")),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, examples = "<pre>Note n° 57</pre>")),
                @Content(
                        mediaType = PaperAnswer.ESC_POS,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", examples = "Note n° 57"))
            })
    public Uni<Response> note(@PathParam("order_id") long orderId, @Context Request request) {
        MediaType type = PaperAnswer.accepted(request);
        return documents
                .lastNote(caller.get().restaurantId(), orderId)
                .map(document -> DocumentLayout.answer(document, caller.get().timeZone(), type));
    }
}
