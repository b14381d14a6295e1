package io.brigade.menu.option;

import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.Limits;
import io.brigade.menu.carte.Things;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds option groups. */
@ApplicationScoped
public class OptionGroups extends Things<OptionGroup> {

    private static final String BY_ID = "select distinct g from OptionGroup g left join fetch g.options o"
            + " where g.restaurantId = ?1 and g.optionGroupId = ?2 order by o.position";
    private static final String USERS =
            "select d.name from Dish d join d.optionGroupIds g where g = ?1 order by d.name";
    private static final String IDS =
            "select optionGroupId from OptionGroup where restaurantId = ?1 and optionGroupId in ?2";

    OptionGroups() {
        super(OptionGroup.class, "option group", BY_ID, Limits.OPTION_GROUPS);
    }

    /** Names of up to five dishes that ask for it. */
    Uni<List<String>> usedBy(Change change, OptionGroup group) {
        return change.session()
                .createQuery(USERS, String.class)
                .setParameter(1, group.optionGroupId)
                .setMaxResults(5)
                .getResultList();
    }

    /** Those of the ids that are on the carte. */
    public Uni<Set<Long>> known(Change change, Collection<Long> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : change.session()
                        .createQuery(IDS, Long.class)
                        .setParameter(1, change.restaurantId())
                        .setParameter(2, ids)
                        .getResultList()
                        .map(HashSet::new);
    }
}
