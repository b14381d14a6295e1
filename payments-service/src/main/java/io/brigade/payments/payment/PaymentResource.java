package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.openapi.KeyRequired;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
class PaymentResource {

    private final PaymentService payments;
    private final RefundService refunds;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    PaymentResource(PaymentService payments, RefundService refunds, CurrentCaller caller, CurrentWrite write) {
        this.payments = payments;
        this.refunds = refunds;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @RolesAllowed({Role.CASHIER, Role.WAITER, Role.MANAGER, Role.ADMIN})
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @PaymentsProblem.MayAnswer({
        PaymentsProblem.BILL_SETTLED,
        PaymentsProblem.ORDER_CANCELLED,
        PaymentsProblem.OVERPAYMENT,
        PaymentsProblem.TENDERED_TOO_LITTLE,
        PaymentsProblem.PAYMENT_UNRESOLVED,
        PaymentsProblem.ITEM_PAID,
        PaymentsProblem.ITEM_UNKNOWN,
        PaymentsProblem.VOUCHER_LIMIT,
        PaymentsProblem.DRAWER_CLOSED
    })
    @Operation(
            operationId = "takePayment",
            summary = "Take a payment; Idempotency-Key is required",
            description = "The same key gets the same answer for as long as the payment exists.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Payment.class)))
    @KeyRequired
    public Uni<Response> take(@NotNull @Valid NewPayment payment) {
        return payments.take(write.ofMoney(payment), caller.bearer(), payment).map(Answer::toResponse);
    }

    @GET
    @Path("/{payment_id}")
    @Authenticated
    @Operation(operationId = "getPayment", summary = "One payment")
    public Uni<Payment> get(@PathParam("payment_id") long paymentId) {
        return payments.get(caller.get().restaurantId(), paymentId);
    }

    @POST
    @Path("/{payment_id}/inquiry")
    @RolesAllowed({Role.CASHIER, Role.WAITER, Role.MANAGER, Role.ADMIN})
    @PaymentsProblem.MayAnswer(PaymentsProblem.PAYMENT_STATE_CONFLICT)
    @Operation(
            operationId = "inquirePayment",
            summary = "Ask the card terminal what became of a payment that it did not answer for")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Payment.class)))
    @KeyRequired
    public Uni<Response> inquire(@PathParam("payment_id") long paymentId) {
        return payments.inquire(write.ofMoney("inquiry"), caller.bearer(), paymentId)
                .map(Answer::toResponse);
    }

    @POST
    @Path("/{payment_id}/cancel")
    @RolesAllowed({Role.CASHIER, Role.WAITER, Role.MANAGER, Role.ADMIN})
    @PaymentsProblem.MayAnswer(PaymentsProblem.PAYMENT_STATE_CONFLICT)
    @Operation(
            operationId = "cancelPayment",
            summary = "Have the card terminal cancel a payment that it did not answer for",
            description = "When it is too late for that, the answer is the captured payment.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Payment.class)))
    @KeyRequired
    public Uni<Response> cancel(@PathParam("payment_id") long paymentId) {
        return payments.cancel(write.ofMoney("cancel"), caller.bearer(), paymentId)
                .map(Answer::toResponse);
    }

    @POST
    @Path("/{payment_id}/resolution")
    @RolesAllowed({Role.MANAGER, Role.ADMIN})
    @PaymentsProblem.MayAnswer(PaymentsProblem.PAYMENT_STATE_CONFLICT)
    @Operation(operationId = "resolvePayment", summary = "Say what a card terminal did that is never going to answer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Payment.class)))
    @KeyRequired
    public Uni<Response> resolve(@PathParam("payment_id") long paymentId, @NotNull @Valid Resolution resolution) {
        return payments.resolve(write.ofMoney(resolution), caller.bearer(), paymentId, resolution)
                .map(Answer::toResponse);
    }

    @POST
    @Path("/{payment_id}/refunds")
    @RolesAllowed({Role.CASHIER, Role.MANAGER, Role.ADMIN})
    @CommonProblem.MayAnswer({CommonProblem.APPROVAL_REQUIRED, CommonProblem.APPROVAL_REFUSED})
    @PaymentsProblem.MayAnswer({
        PaymentsProblem.PAYMENT_STATE_CONFLICT,
        PaymentsProblem.REFUND_TOO_MUCH,
        PaymentsProblem.DRAWER_CLOSED
    })
    @Operation(
            operationId = "refundPayment",
            summary = "Give money back, the way it came; Idempotency-Key is required",
            description = "It takes an approval for REFUND.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Refund.class)))
    @KeyRequired
    public Uni<Response> refund(@PathParam("payment_id") long paymentId, @NotNull @Valid NewRefund refund) {
        return refunds.give(write.ofMoney(refund), caller.bearer(), paymentId, refund)
                .map(Answer::toResponse);
    }
}
