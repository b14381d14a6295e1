package io.brigade.system;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.brigade.openapi.Documents;
import io.brigade.openapi.Operation;
import io.brigade.openapi.RolesPage;
import io.brigade.system.Device.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation that the services' documents name, asked by everybody who may and who may not, as {@code docs/roles.md}
 * says it. An operation that is added without an expectation here fails these tests.
 */
@ExtendWith(RunningSuite.class)
class AccessIT {

    private static final List<Operation> OPERATIONS = Documents.operations();
    private static final Map<String, Set<String>> ALLOWED = RolesPage.read();

    /** Of a path, but of no row that belongs to a restaurant. */
    private static final Set<String> NO_THINGS = Set.of("station", "course", "discount_no");

    /** Nobody has one of these. */
    private static final Map<String, String> NOTHING = new HashMap<>();

    private static long ourRestaurant;
    private static long theirRestaurant;
    private static Map<String, String> ours;
    private static Map<String, String> theirs;

    @BeforeAll
    static void makeOneOfEverythingTwice() {
        ourRestaurant = Premises.open();
        theirRestaurant = Premises.open();
        ours = Things.madeAt(ourRestaurant);
        theirs = Things.madeAt(theirRestaurant);
        ours.keySet().forEach(id -> NOTHING.put(id, "999999999999"));
        NOTHING.putAll(Map.of(
                "station",
                "HOT",
                "course",
                "1",
                "discount_no",
                "1",
                "entry_id",
                "00000000-0000-4000-8000-000000000000"));
    }

    @Test
    void everyOperationHasItsRowAndEveryThingInAPathIsKnown() {
        assertThat(ALLOWED.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        OPERATIONS.stream().map(Operation::name).toList());
        assertThat(ours.keySet())
                .containsAll(OPERATIONS.stream().flatMap(AccessIT::inPath).toList());
    }

    @Test
    void withoutATokenNothingIsToldOrDone() {
        AtOnce.each(needingAToken(), operation -> {
            Answer answer = ask(Device.ofNobody(), Call.to(operation, ours, ours));

            refused(operation, "nobody", answer, 401, "UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        });
    }

    @Test
    void aTokenThatStaffServiceDidNotSignForThisOpensNothing() {
        for (Map.Entry<String, String> bad : Tokens.bad().entrySet()) {
            Device device = Device.withToken(bad.getValue());
            AtOnce.each(needingAToken(), operation -> {
                Answer answer = ask(device, Call.to(operation, ours, ours));

                refused(operation, "a token " + bad.getKey(), answer, 401, "UNAUTHENTICATED");
                assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
            });
        }
    }

    @Test
    void aRoleThatMayNotIsRefusedWhateverItSends() {
        for (String role : RolesPage.roles()) {
            Device device = Things.person(role, ourRestaurant);
            AtOnce.each(OPERATIONS.stream().filter(not(operation -> mayCall(role, operation))), operation -> {
                Call call = Call.to(operation, ours, ours);
                refused(operation, role, ask(device, call), 403, "FORBIDDEN");
                refused(operation, role, ask(device, call.with(nonsense())), 403, "FORBIDDEN");
            });
        }
    }

    /** With nothing in it that could have an effect. */
    @Test
    void aRoleThatMayIsNotRefusedForItsRole() {
        for (String role : RolesPage.roles()) {
            Device device = Things.person(role, ourRestaurant);
            AtOnce.each(OPERATIONS.stream().filter(operation -> mayCall(role, operation)), operation -> {
                Answer answer = ask(device, Call.to(operation, NOTHING, NOTHING).with(nonsense()));

                assertThat(code(answer))
                        .as("%s by %s: %s", operation, role, answer.body())
                        .isNotIn("UNAUTHENTICATED", "FORBIDDEN");
            });
        }
    }

    /** Or the other tests would show nothing: what cannot be read is refused for that. */
    @Test
    void theDocumentsOwnExamplesAreUnderstood() {
        Device admin = Things.person("ADMIN", theirRestaurant);
        AtOnce.each(
                OPERATIONS.stream().filter(operation -> operation.bodyExample().isPresent()), operation -> {
                    Answer answer = ask(admin, Call.to(operation, NOTHING, theirs));

                    assertThat(answer.status())
                            .as("%s: %s", operation, answer.body())
                            .isNotIn(400, 500);
                });
    }

    @Test
    void thingsOfAnotherRestaurantAreNotThere() {
        Map<String, String> before = seen();
        Device intruder = Things.person("ADMIN", theirRestaurant);

        AtOnce.each(OPERATIONS.stream().filter(AccessIT::isAboutAThing), operation -> {
            for (Map<String, String> asked : withSomethingOfOurs(operation)) {
                Answer answer = ask(intruder, Call.to(operation, asked, theirs));
                refused(operation, "the neighbour", answer, 404, "NOT_FOUND");
            }
        });

        assertThat(before).isNotEmpty();
        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void thingsOfAnotherRestaurantCannotBeNamedInABody() {
        Map<String, String> before = seen();
        Device intruder = Things.person("ADMIN", theirRestaurant);

        AtOnce.each(
                OPERATIONS.stream().filter(operation -> operation.bodyExample().isPresent()), operation -> {
                    JsonNode own = Call.to(operation, theirs, theirs).body();
                    Call call = Call.to(operation, theirs, ours);
                    if (!call.body().equals(own)) {
                        Answer answer = ask(intruder, call);
                        assertThat(answer.status())
                                .as("%s %s: %s", operation, call.body(), answer.body())
                                .isBetween(400, 499);
                    }
                });

        assertThat(seen()).isEqualTo(before);
    }

    private static Stream<Operation> needingAToken() {
        return OPERATIONS.stream()
                .filter(operation -> !ALLOWED.get(operation.name()).contains(RolesPage.ANYONE));
    }

    private static boolean mayCall(String role, Operation operation) {
        return ALLOWED.get(operation.name()).contains(role);
    }

    private static Stream<String> inPath(Operation operation) {
        return operation
                .parameters("path")
                .map(parameter -> parameter.path("name").asText());
    }

    private static boolean isAboutAThing(Operation operation) {
        return inPath(operation).anyMatch(not(NO_THINGS::contains));
    }

    /** One of the things in its path is ours, in turn; then all. */
    private static List<Map<String, String>> withSomethingOfOurs(Operation operation) {
        List<Map<String, String>> asked = new ArrayList<>();
        inPath(operation).filter(not(NO_THINGS::contains)).forEach(thing -> {
            Map<String, String> one = new HashMap<>(theirs);
            one.put(thing, ours.get(thing));
            asked.add(one);
        });
        asked.add(ours);
        return asked;
    }

    /** All that our own people read of the things: they are there, and nobody else has touched them. */
    private static Map<String, String> seen() {
        Device admin = Things.person("ADMIN", ourRestaurant);
        Map<String, String> seen = new TreeMap<>();
        OPERATIONS.stream()
                .filter(operation -> operation.method().equals("GET") && isAboutAThing(operation))
                .forEach(operation -> {
                    Answer answer = ask(admin, Call.to(operation, ours, ours));
                    assertThat(answer.status()).as(operation + answer.body()).isEqualTo(200);
                    seen.put(operation.name(), answer.body());
                });
        return seen;
    }

    /** Writes of money need a key; pages of the application say where they come from. */
    private static Answer ask(Device device, Call call) {
        return device.patiently(
                call.method(),
                call.path(),
                call.body() == null ? null : call.body().toString(),
                "Idempotency-Key",
                House.newKey(),
                "Origin",
                RunningSuite.suite().gatewayUrl().toString());
    }

    private static JsonNode nonsense() {
        return JsonNodeFactory.instance.objectNode().put("nonsense", true);
    }

    private static String code(Answer answer) {
        return answer.status() < 400 ? "" : answer.code();
    }

    private static void refused(Operation operation, String who, Answer answer, int status, String code) {
        assertThat(answer.status())
                .as("%s by %s: %s", operation, who, answer.body())
                .isEqualTo(status);
        assertThat(answer.code())
                .as("%s by %s: %s", operation, who, answer.body())
                .isEqualTo(code);
    }
}
