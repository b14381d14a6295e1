package io.brigade.menu.carte;

import io.brigade.platform.http.EntityTag;
import io.brigade.platform.idempotency.Answer;
import io.brigade.platform.idempotency.Answers;
import io.brigade.platform.idempotency.WriteRequest;
import io.brigade.platform.security.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Shows and changes what holds for the carte as a whole. */
@ApplicationScoped
class SettingsService {

    private final CarteChange changes;
    private final Answers answers;

    @Inject
    SettingsService(CarteChange changes, Answers answers) {
        this.changes = changes;
        this.answers = answers;
    }

    Uni<Settings.View> get(Caller caller) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> CarteRepository.find(session, caller))
                .map(Settings.View::of));
    }

    Uni<Answer> edit(WriteRequest write, @Nullable String ifMatch, Settings settings) {
        return changes.apply(write, change -> change.session()
                .find(Carte.class, change.restaurantId())
                .invoke(carte -> {
                    EntityTag.requireMatch(ifMatch, carte.settingsVersion, Settings.View.of(carte));
                    carte.languages = settings.languages();
                    carte.settingsVersion++;
                })
                .map(carte -> answers.ok(Settings.View.of(carte))));
    }
}
