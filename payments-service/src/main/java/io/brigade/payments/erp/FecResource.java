package io.brigade.payments.erp;

import io.brigade.payments.PaymentsProblem;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

@Path("/api/accounting/fec")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Tag(name = "Accounting")
class FecResource {

    private static final String TEXT = "text/plain;charset=ISO-8859-15";
    private static final String EXAMPLE = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\t…";

    private final Fec fec;
    private final CurrentCaller caller;

    @Inject
    FecResource(Fec fec, CurrentCaller caller) {
        this.fec = fec;
        this.caller = caller;
    }

    @GET
    @Produces(TEXT)
    @CommonProblem.MayAnswer(CommonProblem.NOT_FOUND)
    @PaymentsProblem.MayAnswer(PaymentsProblem.FEC_SEVERAL_SELLERS)
    @Operation(
            operationId = "exportFec",
            summary = "The accounting file (FEC, LPF art. A47 A-1) of a period of up to a year",
            description = "18 fields, separated by tabs, in ISO-8859-15; the name is SIRENFECYYYYMMDD.txt.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), example = EXAMPLE))
    public RestMulti<byte[]> export(
            @QueryParam("from")
                    @Parameter(
                            required = true,
                            description = "First day.",
                            schema = @Schema(implementation = LocalDate.class),
                            example = "2026-01-01")
                    @Nullable String from,
            @QueryParam("to")
                    @Parameter(
                            required = true,
                            description = "Last day: as a rule the last one of the fiscal year.",
                            schema = @Schema(implementation = LocalDate.class),
                            example = "2026-12-31")
                    @Nullable String to) {
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        if (last.isBefore(first) || !last.isBefore(first.plusYears(1))) {
            throw ProblemException.invalid("to", "must be within a year from the first day");
        }
        return RestMulti.fromUniResponse(
                fec.find(caller.get().restaurantId(), first, last), fec::content, FecResource::headers);
    }

    private static Map<String, List<String>> headers(Fec.File file) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                List.of(TEXT),
                HttpHeaders.CONTENT_DISPOSITION,
                List.of("attachment; filename=\"" + file.name() + "\""));
    }

    private static LocalDate date(String parameter, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException unreadable) {
            throw ProblemException.invalid(parameter, "must be a date such as 2026-11-23");
        }
    }
}
