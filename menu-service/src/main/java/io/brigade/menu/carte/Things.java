package io.brigade.menu.carte;

import io.brigade.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds things of one kind on one restaurant's carte. */
public abstract class Things<T> {

    private final Class<T> type;
    private final String what;
    private final String byId;
    private final int most;

    /**
     * What it finds.
     *
     * @param what as a problem's detail names it
     * @param byId a query; {@code ?1} is the restaurant, {@code ?2} the id
     * @param most as many as fit on a carte
     */
    protected Things(Class<T> type, String what, String byId, int most) {
        this.type = type;
        this.what = what;
        this.byId = byId;
        this.most = most;
    }

    /** In a session of its own; fails with 404 for an unknown id and for another restaurant's. */
    public Uni<T> get(long restaurantId, long id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> require(session, restaurantId, id)));
    }

    /** To be changed; fails with 404 for an unknown id and for another restaurant's. */
    public Uni<T> require(Change change, long id) {
        return require(change.session(), change.restaurantId(), id);
    }

    /** Whether it is on the carte. */
    public Uni<Boolean> exists(Change change, long id) {
        return find(change.session(), change.restaurantId(), id).map(found -> found != null);
    }

    /** Fails with 422 when the carte can't hold one more. */
    public Uni<Void> requireRoom(Change change) {
        return number(change, "select count(*) from " + type.getSimpleName() + " where restaurantId = ?1")
                .invoke(there -> Limits.requireRoom(there, most, what))
                .replaceWithVoid();
    }

    /** The place after the last one. */
    public Uni<Integer> nextPosition(Change change) {
        return number(
                        change,
                        "select coalesce(max(position), 0) + 1 from " + type.getSimpleName()
                                + " where restaurantId = ?1")
                .map(Math::toIntExact);
    }

    private static Uni<Long> number(Change change, String query) {
        return change.session()
                .createQuery(query, Number.class)
                .setParameter(1, change.restaurantId())
                .getSingleResult()
                .map(Number::longValue);
    }

    private Uni<T> require(Mutiny.Session session, long restaurantId, long id) {
        return find(session, restaurantId, id).onItem().ifNull().failWith(() -> ProblemException.notFound(what, id));
    }

    private Uni<T> find(Mutiny.Session session, long restaurantId, long id) {
        return session.createQuery(byId, type)
                .setParameter(1, restaurantId)
                .setParameter(2, id)
                .getSingleResultOrNull();
    }
}
