package io.brigade.payments.report;

import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.security.CurrentCaller;
import io.brigade.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MANAGER, Role.ADMIN})
@Tag(name = "Reports")
class ReportResource {

    private static final String BUSINESS_DATE = "business_date";
    private static final String WHICH_DAY = "The day; the restaurant's today when absent.";

    private final DailyReports daily;
    private final LossReports losses;
    private final CurrentCaller caller;

    @Inject
    ReportResource(DailyReports daily, LossReports losses, CurrentCaller caller) {
        this.daily = daily;
        this.losses = losses;
        this.caller = caller;
    }

    @GET
    @Path("/daily")
    @Operation(
            operationId = "getDailyReport",
            summary = "A day's orders, takings, VAT, by method, waiter, hour and dish",
            description = "Read from the replica when there is one: as_of says until when it is complete.")
    public Uni<DailyReport> daily(
            @QueryParam(BUSINESS_DATE)
                    @Parameter(description = WHICH_DAY, schema = @Schema(implementation = LocalDate.class))
                    @Nullable String businessDate) {
        Caller asking = caller.get();
        return daily.of(asking, day(asking, businessDate));
    }

    @GET
    @Path("/losses")
    @Operation(
            operationId = "getLossReport",
            summary = "A day's voids, discounts, cancellations, credits and reprints per person",
            description = "Voids, discounts and cancellations count on the business date of their order.")
    public Uni<LossReport> losses(
            @QueryParam(BUSINESS_DATE)
                    @Parameter(description = WHICH_DAY, schema = @Schema(implementation = LocalDate.class))
                    @Nullable String businessDate) {
        Caller asking = caller.get();
        return losses.of(asking, day(asking, businessDate));
    }

    private static LocalDate day(Caller asking, @Nullable String text) {
        if (text == null) {
            return asking.businessDate(Instant.now());
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // answered below
        }
        throw ProblemException.invalid(BUSINESS_DATE, "must be a day such as 2026-11-23");
    }
}
