package io.brigade.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/roles.md} tells what the documents tell, and these are made from the code. */
class RolesPageTest {

    @Test
    void thePageListsEveryOperationWithItsRoles() {
        Map<String, Set<String>> documents =
                Documents.operations().stream().collect(Collectors.toMap(Operation::name, RolesPageTest::roles));

        assertThat(RolesPage.read()).containsExactlyInAnyOrderEntriesOf(documents);
    }

    /** What is open to anyone is open to all roles, too, and the page says so. */
    private static Set<String> roles(Operation operation) {
        Set<String> roles = operation
                .node()
                .path("x-roles")
                .valueStream()
                .map(role -> role.asText())
                .collect(Collectors.toSet());
        return roles.contains(RolesPage.ANYONE)
                ? Set.of(RolesPage.ANYONE, "WAITER", "CASHIER", "KITCHEN", "MANAGER", "ADMIN")
                : roles;
    }
}
