package io.brigade.menu.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a carte, whichever form it came in. A list is null where the file does not speak of such things at
 * all. A dish says its category as the index in the list of categories; its option groups, and a formule its dishes, as
 * they are called.
 */
record CarteFile(
        @Nullable JsonNode currency,
        @Nullable JsonNode languages,
        @Nullable List<Entry> optionGroups,
        @Nullable List<Entry> categories,
        @Nullable List<Entry> dishes,
        @Nullable List<Entry> formules) {

    /** Field of a dish: index of its category. */
    static final String CATEGORY = "category";

    /** Field of a dish: objects that are laid over what there is, key by key; a null takes a key away. */
    static final String PARTLY = "partly";
}
