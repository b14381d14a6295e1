package io.brigade.payments.report;

import io.brigade.platform.security.Person;
import io.brigade.platform.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts per day and person what took money off. */
@ApplicationScoped
public class Losses {

    private static final String ADD = """
            INSERT INTO day_losses AS l (restaurant_id, business_date, kind, staff_id, staff_name, approved_by_id,
                approved_by_name, times, amount_cents)
            VALUES ($1, $2, $3, $4, $5, coalesce($6, 0), $7, 1, $8)
            ON CONFLICT (restaurant_id, business_date, kind, staff_id, approved_by_id) DO UPDATE SET
                staff_name = excluded.staff_name,
                approved_by_name = excluded.approved_by_name,
                times = l.times + 1,
                amount_cents = l.amount_cents + excluded.amount_cents""";

    /**
     * Something that happened once.
     *
     * @param amountCents what it took off, VAT included; negative when it gave back; of a reprint 0
     */
    public record Loss(
            long restaurantId,
            LocalDate businessDate,
            LossKind kind,
            Person by,
            @Nullable Person approvedBy,
            long amountCents) {}

    /** Adds it, in the transaction of what happened. */
    public Uni<Void> add(Transaction transaction, Loss loss) {
        Person approver = loss.approvedBy();
        return transaction
                .update(
                        ADD,
                        Arrays.asList(
                                loss.restaurantId(),
                                loss.businessDate(),
                                loss.kind().name(),
                                loss.by().staffId(),
                                loss.by().name(),
                                approver == null ? null : approver.staffId(),
                                approver == null ? null : approver.name(),
                                loss.amountCents()))
                .replaceWithVoid();
    }
}
