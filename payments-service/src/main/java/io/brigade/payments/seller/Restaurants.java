package io.brigade.payments.seller;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Knows the restaurants of a group, each with its own currency and day. */
@ApplicationScoped
public class Restaurants {

    /** How many somebody can oversee, their own among them. */
    public static final int MOST = 200;

    private final StaffClient staff;

    @Inject
    Restaurants(@RestClient StaffClient staff) {
        this.staff = staff;
    }

    /** The few fields of staff-service's restaurant that a report needs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Overseen(long restaurantId, String name, String currency, ZoneId timeZone, int dayCutoffHour) {

        /** The restaurant's own day. */
        public LocalDate businessDate(Instant at) {
            return at.atZone(timeZone).minusHours(dayCutoffHour).toLocalDate();
        }
    }

    /** By id; never another than those in the caller's token. 503 while staff-service does not answer. */
    public Uni<List<Overseen>> of(Caller caller, String bearer) {
        return staff.restaurants(bearer, MOST)
                .map(page -> page.data().stream()
                        .filter(each -> caller.restaurantIds().contains(each.restaurantId()))
                        .toList())
                .onFailure()
                .transform(failure -> ProblemException.of(
                                CommonProblem.DEPENDENCY_UNAVAILABLE,
                                "Which restaurants there are can't be read just now; try again.")
                        .retryAfter(Duration.ofSeconds(1)));
    }
}
