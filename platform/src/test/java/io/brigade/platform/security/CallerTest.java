package io.brigade.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    private final Caller caller = withRoles(Set.of(Role.WAITER));

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T22:59:00Z, 2026-11-21", // 23:59 in Paris
        "2026-11-22T03:59:00Z, 2026-11-21", // 04:59: Saturday's night goes on
        "2026-11-22T04:00:00Z, 2026-11-22", // 05:00: Sunday begins
        "2026-07-14T02:59:00Z, 2026-07-13", // 04:59 in summer time
        "2026-07-14T03:00:00Z, 2026-07-14"
    })
    void theBusinessDayTurnsAtTheCutOffHour(Instant at, LocalDate day) {
        assertThat(caller.businessDate(at)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"WAITER, false", "CASHIER, false", "KITCHEN, false", "MANAGER, true", "ADMIN, true"})
    void managersAndAdminsNeedNobodysApproval(String role, boolean may) {
        assertThat(withRoles(Set.of(role)).mayApprove()).isEqualTo(may);
        assertThat(withRoles(new HashSet<>(List.of(role, Role.CASHIER))).mayApprove())
                .isEqualTo(may);
    }

    @Test
    void theOwnRestaurantIsAlwaysAmongThoseThatAreSeen() {
        assertThat(caller.restaurantIds()).containsExactly(1L);
        Caller group = new Caller(
                3, 101, "Camille", "EUR", ZoneId.of("Europe/Paris"), 5, Set.of(), 0, new TreeSet<>(Set.of(7L, 2L)));
        assertThat(group.restaurantIds()).containsExactly(2L, 3L, 7L);
    }

    private static Caller withRoles(Set<String> roles) {
        return new Caller(1, 101, "Camille", "EUR", ZoneId.of("Europe/Paris"), 5, roles, 1000);
    }
}
