package io.brigade.menu.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.platform.problem.CommonProblem;
import io.brigade.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A carte as JSON: all of it, dishes inside their categories. */
final class JsonFile {

    private static final Set<String> KNOWN = Set.of("currency", "languages", "option_groups", "categories", "formules");

    /** A dish's category is where it stands, and its option groups are called by name. */
    private static final Set<String> NOT_SAID =
            Set.of("category_id", "option_group_ids", CarteFile.CATEGORY, CarteFile.PARTLY);

    private static final String UNKNOWN = "is not known here";

    private JsonFile() {}

    /** Fails with 400 when it is no JSON object. */
    static CarteFile read(ObjectMapper json, String text, ImportErrors errors) {
        ObjectNode root = parse(json, text);
        root.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                errors.add(name, UNKNOWN);
            }
        });
        List<Entry> dishes = new ArrayList<>();
        List<Entry> categories = list(root.get("categories"), "categories", errors);
        if (categories != null) {
            for (int i = 0; i < categories.size(); i++) {
                dishes.addAll(dishesOf(categories.get(i).said(), i, errors));
            }
        }
        return new CarteFile(
                root.get("currency"),
                root.get("languages"),
                list(root.get("option_groups"), "option_groups", errors),
                categories,
                categories == null ? null : dishes,
                list(root.get("formules"), "formules", errors));
    }

    private static ObjectNode parse(ObjectMapper json, String text) {
        try {
            if (json.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException noJson) {
            // What is nested too deeply has no place.
            JsonLocation place = noJson.getLocation();
            String where = place == null ? "The file" : "Line " + place.getLineNr() + " of the file";
            throw ProblemException.of(CommonProblem.BAD_REQUEST, where + " is no JSON that can be read.");
        }
        throw ProblemException.of(CommonProblem.BAD_REQUEST, "The file is not a JSON object.");
    }

    /** A dish says its category by where it stands. */
    private static List<Entry> dishesOf(ObjectNode category, int index, ImportErrors errors) {
        List<Entry> dishes = list(category.remove("dishes"), "categories[" + index + "].dishes", errors);
        if (dishes == null) {
            return List.of();
        }
        for (Entry dish : dishes) {
            NOT_SAID.stream()
                    .filter(field -> dish.said().remove(field) != null)
                    .forEach(field -> errors.add(dish.place().apply(field), UNKNOWN));
            dish.said().put(CarteFile.CATEGORY, index);
        }
        return dishes;
    }

    private static @Nullable List<Entry> list(@Nullable JsonNode node, String path, ImportErrors errors) {
        if (node == null) {
            return null;
        }
        List<Entry> entries = new ArrayList<>();
        if (!node.isArray()) {
            errors.add(path, "must be a list");
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            String place = path + "[" + i + "]";
            if (node.get(i) instanceof ObjectNode said) {
                entries.add(new Entry(field -> field.isEmpty() ? place : place + "." + field, said));
            } else {
                errors.add(place, "must be an object");
            }
        }
        return entries;
    }
}
