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

@Path("/api/payments/{payment_id}")
@RolesAllowed({Role.WAITER, Role.CASHIER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Payments")
class ReceiptResource {

    private final Documents documents;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    ReceiptResource(Documents documents, CurrentCaller caller, CurrentWrite write) {
        this.documents = documents;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @Path("/receipts")
    @Produces(MediaType.APPLICATION_JSON)
    @PaymentsProblem.MayAnswer(PaymentsProblem.PAYMENT_STATE_CONFLICT)
    @Operation(
            operationId = "printReceipt",
            summary = "Print the receipt of a payment",
            description = "The first is the original; each further one is a numbered duplicata.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @KeyRequired
    public Uni<Response> printReceipt(@PathParam("payment_id") long paymentId) {
        return documents
                .receipt(write.ofMoney("receipt"), caller.bearer(), paymentId)
                .map(Answer::toResponse);
    }

    @GET
    @Path("/receipt")
    @Produces({"text/plain;charset=UTF-8", "text/html;charset=UTF-8", PaperAnswer.ESC_POS})
    @Operation(operationId = "getReceipt", summary = "The receipt of a payment, as it was printed last")
    @APIResponse(
            responseCode = "200",
            description = "The receipt.",
            content = {
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING, examples = "Reçu n° 57")),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, examples = "<pre>Reçu n° 57</pre>")),
                @Content(
                        mediaType = PaperAnswer.ESC_POS,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", examples = "Reçu n° 57"))
            })
    public Uni<Response> receipt(@PathParam("payment_id") long paymentId, @Context Request request) {
        MediaType type = PaperAnswer.accepted(request);
        return documents
                .lastReceipt(caller.get().restaurantId(), paymentId)
                .map(document -> DocumentLayout.answer(document, caller.get().timeZone(), type));
    }
}
