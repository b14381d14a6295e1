package io.brigade.menu.carte;

import io.brigade.menu.category.Category;
import io.brigade.menu.dish.Dish;
import io.brigade.menu.formule.Formule;
import io.brigade.menu.option.OptionGroup;
import io.brigade.platform.security.Caller;
import io.brigade.platform.sql.SessionWork;
import io.brigade.platform.sql.Work;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads the carte as a whole and raises its version. */
@ApplicationScoped
public class CarteRepository {

    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    private static final String VERSION = "SELECT version FROM cartes WHERE restaurant_id = $1";
    private static final String LOCK = "SELECT restaurant_id FROM cartes WHERE restaurant_id = $1 FOR UPDATE";
    private static final String RAISE =
            "UPDATE cartes SET version = version + 1 WHERE restaurant_id = $1 RETURNING version";
    private static final String MAKE =
            "INSERT INTO cartes (restaurant_id, version, currency) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING";

    private static final String CATEGORIES = "from Category where restaurantId = ?1 order by position, categoryId";
    private static final String DISHES = "select distinct d from Dish d left join fetch d.optionGroupIds"
            + " where d.restaurantId = ?1 order by d.position, d.dishId";
    private static final String GROUPS = "select distinct g from OptionGroup g left join fetch g.options o"
            + " where g.restaurantId = ?1 order by g.optionGroupId, o.position";
    private static final String FORMULES = "from Formule where restaurantId = ?1 order by position, formuleId";

    /** The carte of the caller's restaurant as of one moment, to be read only; an empty one before the first change. */
    public Uni<WholeCarte> snapshot(Caller caller) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.setDefaultReadOnly(true)
                .createNativeQuery(SNAPSHOT)
                .executeUpdate()
                .chain(() -> find(session, caller))
                .chain(carte -> load(session, carte))));
    }

    /** The caller's carte itself, without what is on it; an empty one before the first change. */
    static Uni<Carte> find(Mutiny.Session session, Caller caller) {
        return session.find(Carte.class, caller.restaurantId())
                .onItem()
                .ifNull()
                .continueWith(() -> Carte.empty(caller.restaurantId(), caller.currency()));
    }

    /** Everything on the carte, to be changed in the session's transaction. */
    public Uni<WholeCarte> load(Mutiny.Session session, long restaurantId) {
        return session.find(Carte.class, restaurantId).chain(carte -> load(session, carte));
    }

    /** The newest version there is; null when the restaurant has no carte. */
    Uni<@Nullable Long> version(long restaurantId) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> new SessionWork(session)
                .first(VERSION, List.of(restaurantId))
                .map(columns -> columns == null ? null : ((Number) columns.getFirst()).longValue())));
    }

    /** Makes changes of one carte wait for each other until the transaction ends; the first change makes the carte. */
    Uni<Void> lock(Work work, Caller caller) {
        return lock(work, caller.restaurantId())
                .chain(found -> found
                        ? Uni.createFrom().voidItem()
                        : work.update(MAKE, List.of(caller.restaurantId(), caller.currency()))
                                .chain(() -> lock(work, caller.restaurantId()))
                                .replaceWithVoid());
    }

    /** The same for changes that nobody asked for; false when there is no carte. */
    public Uni<Boolean> lock(Work work, long restaurantId) {
        return work.first(LOCK, List.of(restaurantId)).map(Objects::nonNull);
    }

    /** Raises the version in the transaction of the change. */
    Uni<Long> raiseVersion(Work work, long restaurantId) {
        return work.first(RAISE, List.of(restaurantId))
                .map(columns -> ((Number) Objects.requireNonNull(columns).getFirst()).longValue());
    }

    private static Uni<WholeCarte> load(Mutiny.Session session, Carte carte) {
        long id = carte.restaurantId;
        return list(session, CATEGORIES, Category.class, id).chain(categories -> list(session, DISHES, Dish.class, id)
                .chain(dishes -> list(session, GROUPS, OptionGroup.class, id)
                        .chain(groups -> list(session, FORMULES, Formule.class, id)
                                .map(formules -> new WholeCarte(carte, categories, dishes, groups, formules)))));
    }

    private static <T> Uni<List<T>> list(Mutiny.Session session, String query, Class<T> type, long restaurantId) {
        return session.createQuery(query, type).setParameter(1, restaurantId).getResultList();
    }
}
