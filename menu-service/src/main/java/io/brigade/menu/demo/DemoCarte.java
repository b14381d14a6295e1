package io.brigade.menu.demo;

import io.brigade.menu.carte.Author;
import io.brigade.menu.carte.Change;
import io.brigade.menu.file.CarteImport;
import io.brigade.platform.demo.DemoData;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Puts the carte of the demo brasserie in, and the same dishes for the other demo restaurant, as a person's file would. */
@ApplicationScoped
class DemoCarte implements DemoData {

    private static final String CLAIM =
            "INSERT INTO cartes (restaurant_id, version, currency) VALUES ($1, 1, 'EUR') ON CONFLICT DO NOTHING";

    private final CarteImport file;

    @Inject
    DemoCarte(CarteImport file) {
        this.file = file;
    }

    @Override
    public Uni<Void> putIn() {
        String carte = read();
        return putIn(1, carte).chain(() -> putIn(2, carte));
    }

    /** The carte's row is claimed first: of two instances that start together one does the work. */
    private Uni<Void> putIn(long restaurantId, String carte) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
            Change change = new Change(restaurantId, Author.HOUSE, session);
            return change.work()
                    .update(CLAIM, List.of(restaurantId))
                    .chain(claimed -> claimed == 0 ? Uni.createFrom().voidItem() : file.putIn(change, carte));
        }));
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(DemoCarte.class.getResourceAsStream("/demo/carte.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
