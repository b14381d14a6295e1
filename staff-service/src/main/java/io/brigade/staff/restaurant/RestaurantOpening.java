package io.brigade.staff.restaurant;

import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.IdempotencyRecords;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.security.Caller;
import io.brigade.platform.sql.Transactions;
import io.brigade.platform.sql.Work;
import io.brigade.staff.StaffProblem;
import io.brigade.staff.auth.PinHasher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Opens restaurants: the restaurant, its first admin and who oversees it, or nothing of it. */
@ApplicationScoped
class RestaurantOpening {

    /** Of no restaurant: under this name idempotency keys are kept. */
    static final Caller OPERATOR = new Caller(0, 0, "operator", "EUR", ZoneOffset.UTC, 0, Set.of(), 0);

    private static final StepLog LOG = StepLog.of(RestaurantOpening.class);

    private static final String RESTAURANT = """
            INSERT INTO restaurants (name, legal_name, siret, address, currency, time_zone, day_cutoff_hour)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (siret) DO NOTHING
            RETURNING restaurant_id, discount_limit_bp, version""";

    private static final String ADMIN = """
            INSERT INTO staff_members (restaurant_id, staff_code, name, roles, pin_hash)
            VALUES ($1, $2, $3, 'ADMIN', $4)
            ON CONFLICT (staff_code) DO NOTHING""";

    private static final String OVERSEERS = """
            UPDATE staff_members SET oversees = concat_ws(',', nullif(oversees, ''), $1::text), version = version + 1
            WHERE staff_code = ANY ($2) AND active AND cardinality(string_to_array(oversees, ',')) < 199""";

    private final Transactions transactions;
    private final IdempotencyRecords idempotency;
    private final PinHasher pins;
    private final Answers answers;

    @Inject
    RestaurantOpening(Transactions transactions, IdempotencyRecords idempotency, PinHasher pins, Answers answers) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.pins = pins;
        this.answers = answers;
    }

    /** Fails with 409 for a SIRET or staff code that somebody has, with 400 for an overseer whom nobody knows. */
    Uni<Answer> open(WriteRequest write, NewRestaurant request) {
        return pins.hash(request.admin().pin())
                .chain(hash ->
                        transactions.run(work -> idempotency.once(write, work, () -> insert(work, request, hash))))
                .invoke(answer -> LOG.info(answer.replayed() ? "restaurant opening sent again" : "restaurant opened")
                        .with("siret", request.siret())
                        .write());
    }

    private Uni<Answer> insert(Work work, NewRestaurant request, String pinHash) {
        return insertRestaurant(work, request)
                .call(opened -> insertAdmin(work, opened.restaurantId(), request, pinHash))
                .call(opened -> letOversee(work, opened.restaurantId(), request.overseers()))
                .map(answers::created);
    }

    private static Uni<RestaurantView> insertRestaurant(Work work, NewRestaurant request) {
        List<Object> columns = List.of(
                request.name(),
                request.legalName(),
                request.siret(),
                request.address(),
                request.currency(),
                request.timeZone(),
                request.dayCutoffHour());
        return work.first(RESTAURANT, columns)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(
                        StaffProblem.RESTAURANT_EXISTS, "There is a restaurant with this SIRET: sign in there."))
                .map(made -> new RestaurantView(
                        number(made, 0),
                        request.name(),
                        request.legalName(),
                        request.siret(),
                        request.address(),
                        request.currency(),
                        request.timeZone(),
                        request.dayCutoffHour(),
                        Math.toIntExact(number(made, 1)),
                        number(made, 2)));
    }

    private static Uni<Void> insertAdmin(Work work, long restaurantId, NewRestaurant request, String pinHash) {
        return work.update(
                        ADMIN,
                        List.of(
                                restaurantId,
                                request.admin().staffCode(),
                                request.admin().name(),
                                pinHash))
                .invoke(made -> {
                    if (made == 0) {
                        throw ProblemException.of(StaffProblem.STAFF_CODE_TAKEN, "Choose another staff_code.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> letOversee(Work work, long restaurantId, Set<String> staffCodes) {
        if (staffCodes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return work.update(OVERSEERS, List.of(Long.toString(restaurantId), staffCodes.toArray(String[]::new)))
                .invoke(changed -> {
                    if (changed != staffCodes.size()) {
                        throw ProblemException.invalid(
                                "overseen_by",
                                "must be codes of people who can sign in, and oversee fewer than 199 others");
                    }
                })
                .replaceWithVoid();
    }

    private static long number(List<?> columns, int index) {
        return ((Number) columns.get(index)).longValue();
    }
}
