package io.brigade.menu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private static final String CARTE = """
            INSERT INTO cartes VALUES (1, 17, 'EUR');
            INSERT INTO categories VALUES (1, 1, 'Plats', 1), (2, 1, 'Plats', 2);
            INSERT INTO option_groups VALUES (1, 1, 'Cuisson', 1, 1);
            INSERT INTO options VALUES (1, 1, 'Bleu', 50, 1);
            INSERT INTO dishes VALUES
                (1, 1, 1, 'Bavette', 'Bien mûre.', 1990, 1000, 1000, 1000, 'HOT', 2, 'MILK', false, 1, 4);
            INSERT INTO dish_option_groups VALUES (1, 1, 0);""";

    @Test
    void aCarteOfTheLastReleaseSurvives() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            flyway(postgres.getPostgresDatabase()).target("1").load().migrate();
            statement.execute(CARTE);

            flyway(postgres.getPostgresDatabase()).load().migrate();

            assertThat(first(statement, "SELECT version || ' ' || languages FROM cartes"))
                    .isEqualTo("18 fr");
            assertThat(first(statement, "SELECT string_agg(name, ', ' ORDER BY category_id) FROM categories"))
                    .isEqualTo("Plats, Plats (2)");
            assertThat(first(statement, """
                    SELECT concat_ws(' ', name, unit_price_cents, available, version, translations, timed_prices)
                    FROM dishes WHERE sold_out_until IS NULL AND portions_left IS NULL AND target_seconds IS NULL""")).isEqualTo("Bavette 1990 f 4 {} []");
            assertThat(first(statement, """
                    SELECT string_agg(concat_ws(' ', kind, owner_id, thing_id, name, new_cents), ', ' ORDER BY kind)
                    FROM price_changes WHERE old_cents IS NULL""")).isEqualTo("DISH 1 1 Bavette 1990, OPTION 1 1 Bleu 50");
        }
    }

    private static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("db/platform", "db/migration")
                .placeholders(Map.of("service_role", "postgres"))
                .outOfOrder(true);
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
