package io.brigade.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Entries of the house's books since then, as the API lists them. */
final class AccountingEntries {

    private final String last = newest();

    private static String newest() {
        return page("?limit=1").at("/data/0/entry_id").asText();
    }

    private static JsonNode page(String query) {
        return Device.sophieTheManager().get("/api/accounting/entries" + query).json();
    }

    /** How many wait for the ERP, whenever they were made; 200 at most are counted. */
    static int waiting() {
        return page("?state=PENDING&limit=200").path("data").size();
    }

    /** Their ids in the sequence in which they were made. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = page("?limit=200" + cursor);
            for (JsonNode entry : page.path("data")) {
                if (entry.path("entry_id").asText().equals(last)) {
                    return ids.reversed();
                }
                ids.add(entry.path("entry_id").asText());
            }
            if (!page.hasNonNull("next_cursor")) {
                return ids.reversed();
            }
            cursor = "&cursor=" + page.path("next_cursor").asText();
        }
    }
}
