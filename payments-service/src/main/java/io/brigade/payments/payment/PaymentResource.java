package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
class PaymentResource {

    private final PaymentService payments;
    private final CurrentCaller caller;
    private final CurrentWrite write;

    @Inject
    PaymentResource(PaymentService payments, CurrentCaller caller, CurrentWrite write) {
        this.payments = payments;
        this.caller = caller;
        this.write = write;
    }

    @POST
    @RolesAllowed({Role.CASHIER, Role.WAITER, Role.MANAGER, Role.ADMIN})
    @Operation(
            operationId = "takePayment",
            summary = "Take a payment; Idempotency-Key is required",
            description = "The same key gets the same answer for as long as the payment exists.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Payment.class)))
    @Parameter(
            name = CurrentWrite.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "A new value per new payment: the same request sent again gets the first answer.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9_-]{1,64}$"))
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @PaymentsProblem.MayAnswer({
        PaymentsProblem.BILL_SETTLED,
        PaymentsProblem.ORDER_CANCELLED,
        PaymentsProblem.OVERPAYMENT,
        PaymentsProblem.TENDERED_TOO_LITTLE
    })
    public Uni<Response> take(@NotNull @Valid NewPayment payment) {
        if (payment.method() == PaymentMethod.CARD && payment.tenderedCents() != null) {
            throw ProblemException.invalid("tendered_cents", "is only for CASH");
        }
        return payments.take(write.ofMoney(payment), caller.bearer(), payment).map(Answer::toResponse);
    }
}
