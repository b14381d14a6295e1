package io.brigade.staff.member;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.log.StepLog;
import io.brigade.platform.paging.Page;
import io.brigade.platform.paging.PageRequest;
import io.brigade.platform.problem.ProblemException;
import io.brigade.platform.sql.SessionWork;
import io.brigade.staff.Changes;
import io.brigade.staff.StaffProblem;
import io.brigade.staff.auth.PinHasher;
import io.brigade.staff.auth.RefreshTokens;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds, changes and lists people. PINs are hashed before the session opens: hashing is slow and runs off the event loop. */
@ApplicationScoped
class StaffService {

    private static final StepLog LOG = StepLog.of(StaffService.class);

    private final StaffRepository staff;
    private final PinHasher pins;
    private final RefreshTokens refreshTokens;
    private final Admins admins;
    private final Oversight oversight;
    private final Changes changes;
    private final Answers answers;

    @Inject
    StaffService(
            StaffRepository staff,
            PinHasher pins,
            RefreshTokens refreshTokens,
            Admins admins,
            Oversight oversight,
            Changes changes,
            Answers answers) {
        this.staff = staff;
        this.pins = pins;
        this.refreshTokens = refreshTokens;
        this.admins = admins;
        this.oversight = oversight;
        this.changes = changes;
        this.answers = answers;
    }

    Uni<Page<StaffView>> list(long restaurantId, PageRequest page) {
        return Panache.withSession(() -> staff.after(restaurantId, page.after(), page.limit() + 1))
                .map(rows -> Page.of(rows, page, member -> member.staffId, StaffView::of));
    }

    Uni<StaffView> get(long restaurantId, long staffId) {
        return Panache.withSession(() -> require(staff.find(restaurantId, staffId), staffId))
                .map(StaffView::of);
    }

    Uni<Page<Colleague>> colleagues(long restaurantId, PageRequest page) {
        return Panache.withSession(() -> staff.activeAfter(restaurantId, page.after(), page.limit() + 1))
                .map(rows -> Page.of(rows, page, member -> member.staffId, Colleague::of));
    }

    /** Fails with 404 also for somebody who does not work here any more. */
    Uni<Colleague> colleague(long restaurantId, long staffId) {
        return Panache.withSession(() -> require(staff.findActive(restaurantId, staffId), staffId))
                .map(Colleague::of);
    }

    Uni<Answer> add(WriteRequest write, NewStaffMember request) {
        return pins.hash(request.pin()).chain(hash -> once(write, _ -> insert(write, request, hash)));
    }

    Uni<Answer> change(WriteRequest write, long staffId, @Nullable String ifMatch, StaffChange change) {
        Uni<@Nullable String> hashed = change.pin() == null
                ? Uni.createFrom().nullItem()
                : pins.hash(change.pin()).map(hash -> hash);
        return hashed.chain(
                hash -> once(write, work -> admins.lock(work, write.caller().restaurantId())
                        .chain(() -> require(staff.lock(write.caller().restaurantId(), staffId), staffId))
                        .invoke(member -> EntityTag.requireMatch(ifMatch, member.version, StaffView.of(member)))
                        .call(member -> admins.requireAnother(work, member, change))
                        .call(member -> oversight.requireMayGrant(work, write.caller(), member, change.oversees()))
                        .invoke(member -> apply(change, hash, member))
                        .call(() -> Panache.flush())
                        // Whoever was demoted, disabled or given a new PIN signs in again.
                        .call(() -> refreshTokens.revokeAll(work, staffId))
                        .map(member -> answers.ok(StaffView.of(member)))));
    }

    private Uni<Answer> insert(WriteRequest write, NewStaffMember request, String pinHash) {
        return staff.hasCode(request.staffCode()).chain(taken -> {
            if (taken) {
                throw ProblemException.of(StaffProblem.STAFF_CODE_TAKEN, "Choose another staff_code.");
            }
            StaffMember member = new StaffMember();
            member.restaurantId = write.caller().restaurantId();
            member.staffCode = request.staffCode();
            member.name = request.name();
            member.roles = request.roles();
            member.pinHash = pinHash;
            return staff.persistAndFlush(member).map(saved -> answers.created(StaffView.of(saved)));
        });
    }

    private static void apply(StaffChange change, @Nullable String pinHash, StaffMember member) {
        member.name = change.name();
        member.roles = change.roles();
        member.active = change.active();
        if (change.oversees() != null) {
            member.oversees = new TreeSet<>(change.oversees());
        }
        if (pinHash != null) {
            member.pinHash = pinHash;
        }
    }

    private static Uni<StaffMember> require(Uni<StaffMember> found, long staffId) {
        return found.onItem().ifNull().failWith(() -> ProblemException.notFound("staff member", staffId));
    }

    private Uni<Answer> once(WriteRequest write, Function<SessionWork, Uni<Answer>> effect) {
        return changes.once(write, effect)
                .invoke(answer -> LOG.info(answer.replayed() ? "staff change sent again" : "staff changed")
                        .write());
    }
}
