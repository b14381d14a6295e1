package io.brigade.menu.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a carte, whichever form it came in. A list is null where the file does not speak of such things at
 * all. A dish names its category and its option groups, and a formule its dishes, as they are called.
 */
record CarteFile(
        @Nullable JsonNode currency,
        @Nullable JsonNode languages,
        @Nullable List<Entry> optionGroups,
        @Nullable List<Entry> categories,
        @Nullable List<Entry> dishes,
        @Nullable List<Entry> formules) {}
