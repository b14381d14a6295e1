package io.brigade.staff.demo;

import io.brigade.platform.demo.DemoData;
import io.brigade.staff.auth.PinHasher;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Two demo restaurants and their people; the PINs are public, so this must never run where money is real. */
@ApplicationScoped
class DemoStaff implements DemoData {

    private static final String RESTAURANTS = """
            INSERT INTO restaurants
                (restaurant_id, name, legal_name, siret, address, currency, time_zone, day_cutoff_hour)
            VALUES (1, 'Brasserie du Marché', 'Brasserie du Marché SAS', '12345678200010',
                    '12 quai Saint-Antoine, 69002 Lyon', 'EUR', 'Europe/Paris', 5),
                   (2, 'Bistrot de la Gare', 'Bistrot de la Gare SARL', '98765432400027',
                    '3 avenue du Maréchal-Foch, 21000 Dijon', 'EUR', 'Europe/Paris', 5)
            ON CONFLICT DO NOTHING""";

    private static final String PERSON = """
            INSERT INTO staff_members (staff_id, restaurant_id, staff_code, name, roles, oversees, pin_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING""";

    private static final List<Person> PEOPLE = List.of(
            new Person(101, 1, "1001", "4821", "Camille", "WAITER", ""),
            new Person(102, 1, "1002", "7395", "Hugo", "WAITER", ""),
            new Person(103, 1, "2001", "6248", "Inès", "CASHIER", ""),
            new Person(104, 1, "3001", "5173", "Marc", "KITCHEN", ""),
            new Person(105, 1, "4001", "8462", "Sophie", "MANAGER", ""),
            new Person(106, 1, "9001", "9357", "Antoine", "ADMIN", "2"),
            new Person(201, 2, "5001", "3618", "Léa", "MANAGER", ""),
            new Person(202, 2, "5101", "2759", "Noé", "WAITER", ""));

    private record Person(
            long staffId, long restaurantId, String code, String pin, String name, String roles, String oversees) {}

    private final Pool pool;
    private final PinHasher pins;

    @Inject
    DemoStaff(Pool pool, PinHasher pins) {
        this.pool = pool;
        this.pins = pins;
    }

    @Override
    public Uni<Void> putIn() {
        return pool.query("SELECT count(*) AS people FROM staff_members")
                .execute()
                .map(rows -> rows.iterator().next().getLong("people") > 0)
                .chain(there -> there ? Uni.createFrom().voidItem() : insert());
    }

    private Uni<Void> insert() {
        return pool.query(RESTAURANTS).execute().chain(() -> Multi.createFrom()
                .iterable(PEOPLE)
                .onItem()
                .transformToUniAndConcatenate(this::insert)
                .collect()
                .last());
    }

    private Uni<Void> insert(Person person) {
        return pins.hash(person.pin())
                .chain(hash -> pool.preparedQuery(PERSON)
                        .execute(Tuple.from(List.of(
                                person.staffId(),
                                person.restaurantId(),
                                person.code(),
                                person.name(),
                                person.roles(),
                                person.oversees(),
                                hash))))
                .replaceWithVoid();
    }
}
