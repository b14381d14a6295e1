package io.brigade.payments.payment;

import io.brigade.payments.PaymentsProblem;
import io.brigade.payments.bill.Bill;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What meal vouchers pay for: a meal, up to a cap per guest and day (Code du travail, R3262-4 and R3262-10). Both change by
 * decree, so they are kept by the day from which they hold.
 */
@ApplicationScoped
class MealVouchers implements MethodRule {

    private static final String RULE = """
            SELECT daily_cap_cents, excluded_vat_rates FROM meal_voucher_rules
            WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1""";

    /** Of two numbers: bills are locked by one. */
    private static final String TURN = "SELECT pg_advisory_xact_lock($1::bigint::int, hashtext($2))";

    /** @param excluded VAT rates, in basis points, of what vouchers never pay for */
    record Rule(long dailyCapCents, Set<Integer> excluded) {}

    private final PaymentStore payments;

    @Inject
    MealVouchers(PaymentStore payments) {
        this.payments = payments;
    }

    @Override
    public PaymentMethod method() {
        return PaymentMethod.MEAL_VOUCHER;
    }

    /** Fails with 422 when the vouchers are for more than what they may pay on this bill, or of this guest today. */
    @Override
    public Uni<Void> check(
            Transaction transaction, Bill bill, NewPayment request, List<Payment> payments, LocalDate businessDate) {
        return rule(transaction.connection(), businessDate)
                .invoke(rule -> checkEligible(bill, request, payments, rule))
                .chain(rule -> usedToday(transaction.connection(), bill, request, businessDate)
                        .invoke(used -> require(
                                request.amountCents() <= rule.dailyCapCents() - used,
                                rule.dailyCapCents() - used,
                                "of one guest today")))
                .replaceWithVoid();
    }

    private static void checkEligible(Bill bill, NewPayment request, List<Payment> payments, Rule rule) {
        long eligible = bill.lines().stream()
                .filter(line -> !rule.excluded().contains(line.vatRateBp()))
                .mapToLong(line -> line.totalCents())
                .sum();
        long used = payments.stream()
                .filter(payment ->
                        payment.method() == PaymentMethod.MEAL_VOUCHER && payment.state() == PaymentState.CAPTURED)
                .mapToLong(Payment::refundableCents)
                .sum();
        require(request.amountCents() <= eligible - used, eligible - used, "on this bill");
    }

    private static void require(boolean allowed, long most, String where) {
        if (!allowed) {
            throw ProblemException.of(
                    PaymentsProblem.VOUCHER_LIMIT, "Take at most " + Math.max(0, most) + " cents " + where + ".");
        }
    }

    private Uni<Long> usedToday(SqlConnection connection, Bill bill, NewPayment request, LocalDate day) {
        String holder = request.voucherHolder();
        return holder == null
                ? Uni.createFrom().item(0L)
                : takeTurn(connection, bill.restaurantId(), holder)
                        .chain(() -> payments.vouchersOf(connection, bill.restaurantId(), day, holder));
    }

    /** The same guest may be at two tills with two bills. */
    private static Uni<Void> takeTurn(SqlConnection connection, long restaurantId, String holder) {
        return connection
                .preparedQuery(TURN)
                .execute(Tuple.of(restaurantId, holder))
                .replaceWithVoid();
    }

    private static Uni<Rule> rule(SqlConnection connection, LocalDate day) {
        return connection.preparedQuery(RULE).execute(Tuple.of(day)).map(rows -> {
            var row = rows.iterator().next();
            return new Rule(row.getLong("daily_cap_cents"), Set.of(row.getArrayOfIntegers("excluded_vat_rates")));
        });
    }
}
