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
    private final RestaurantReports restaurants;
    private final CurrentCaller caller;

    @Inject
    ReportResource(DailyReports daily, LossReports losses, RestaurantReports restaurants, CurrentCaller caller) {
        this.daily = daily;
        this.losses = losses;
        this.restaurants = restaurants;
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

    @GET
    @Path("/restaurants")
    @Operation(
            operationId = "getRestaurantReport",
            summary = "A day of all restaurants that you oversee, side by side",
            description = "Your own and those in the token's restaurant_ids. Read from the replica when there is one.")
    public Uni<RestaurantReport> restaurants(
            @QueryParam(BUSINESS_DATE)
                    @Parameter(
                            description = "The day; each restaurant's own today when absent.",
                            schema = @Schema(implementation = LocalDate.class))
                    @Nullable String businessDate) {
        return restaurants.of(caller.get(), caller.bearer(), businessDate == null ? null : parsed(businessDate));
    }

    private static LocalDate day(Caller asking, @Nullable String text) {
        return text == null ? asking.businessDate(Instant.now()) : parsed(text);
    }

    private static LocalDate parsed(String text) {
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
