package io.brigade.menu.formule;

import io.brigade.menu.carte.Change;
import io.brigade.menu.carte.Limits;
import io.brigade.menu.carte.Things;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds formules. */
@ApplicationScoped
public class Formules extends Things<Formule> {

    private static final String ALL = "from Formule where restaurantId = ?1 order by position, formuleId";

    Formules() {
        super(Formule.class, "formule", "from Formule where restaurantId = ?1 and formuleId = ?2", Limits.FORMULES);
    }

    /** Those that offer the dish. */
    public Uni<List<Formule>> offering(Change change, long dishId) {
        return change.session()
                .createQuery(ALL, Formule.class)
                .setParameter(1, change.restaurantId())
                .getResultList()
                .map(all ->
                        all.stream().filter(formule -> formule.offers(dishId)).toList());
    }
}
