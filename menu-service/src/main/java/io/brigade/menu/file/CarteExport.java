package io.brigade.menu.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.menu.carte.CarteRepository;
import io.brigade.menu.carte.WholeCarte;
import io.brigade.menu.category.Category;
import io.brigade.menu.category.CategoryEdit;
import io.brigade.menu.dish.Dish;
import io.brigade.menu.dish.DishEdit;
import io.brigade.menu.formule.Formule;
import io.brigade.menu.formule.FormuleEdit;
import io.brigade.menu.option.OptionGroup;
import io.brigade.menu.option.OptionGroupEdit;
import io.brigade.platform.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Writes a carte as a file that the import takes back without changing anything. */
@ApplicationScoped
class CarteExport {

    private final CarteRepository cartes;
    private final ObjectMapper json;

    @Inject
    CarteExport(CarteRepository cartes, ObjectMapper json) {
        this.cartes = cartes;
        this.json = json;
    }

    /**
     * The whole carte as JSON.
     *
     * @param ids without them the file fits another restaurant, too
     */
    Uni<String> json(Caller caller, boolean ids) {
        return cartes.snapshot(caller).map(carte -> write(document(carte, ids)));
    }

    /** The dishes as a spreadsheet. */
    Uni<String> csv(Caller caller, boolean ids, CsvSheet.Separator separator) {
        return cartes.snapshot(caller).map(carte -> new CsvSheet(carte, ids, separator).write());
    }

    private ObjectNode document(WholeCarte carte, boolean ids) {
        Map<Long, String> groupNames = new HashMap<>();
        carte.groups().forEach(group -> groupNames.put(group.optionGroupId, group.name));
        Map<Long, String> dishNames = new HashMap<>();
        carte.dishes().forEach(dish -> dishNames.put(dish.dishId, dish.name));
        ObjectNode document = json.createObjectNode().put("currency", carte.carte().currency);
        document.set("languages", json.valueToTree(carte.carte().languages));
        ArrayNode groups = document.putArray("option_groups");
        carte.groups().forEach(group -> groups.add(group(group, ids)));
        ArrayNode categories = document.putArray("categories");
        for (Category category : carte.categories()) {
            ObjectNode written = numbered("category_id", category.categoryId, CategoryEdit.of(category), ids);
            ArrayNode dishes = written.putArray("dishes");
            carte.dishesOf(category).forEach(dish -> dishes.add(dish(dish, groupNames, ids)));
            categories.add(written);
        }
        ArrayNode formules = document.putArray("formules");
        carte.formules().forEach(formule -> formules.add(formule(formule, dishNames, ids)));
        return document;
    }

    private ObjectNode group(OptionGroup group, boolean ids) {
        ObjectNode written = numbered("option_group_id", group.optionGroupId, OptionGroupEdit.of(group), ids);
        if (!ids) {
            written.get("options").forEach(option -> ((ObjectNode) option).remove("option_id"));
        }
        return written;
    }

    private ObjectNode dish(Dish dish, Map<Long, String> groupNames, boolean ids) {
        ObjectNode written = numbered("dish_id", dish.dishId, DishEdit.of(dish), ids);
        written.remove("category_id");
        written.remove("option_group_ids");
        ArrayNode groups = written.putArray("option_groups");
        dish.optionGroupIds.forEach(id -> groups.add(groupNames.get(id)));
        return written;
    }

    private ObjectNode formule(Formule formule, Map<Long, String> dishNames, boolean ids) {
        ObjectNode written = numbered("formule_id", formule.formuleId, FormuleEdit.of(formule), ids);
        written.get("steps").forEach(step -> step.get("choices").forEach(choice -> {
            long dishId = ((ObjectNode) choice).remove("dish_id").longValue();
            ((ObjectNode) choice).put("dish", dishNames.get(dishId));
        }));
        return written;
    }

    private ObjectNode numbered(String idField, long id, Object edit, boolean ids) {
        ObjectNode written = json.createObjectNode();
        if (ids) {
            written.put(idField, id);
        }
        return written.setAll(json.<ObjectNode>valueToTree(edit));
    }

    private String write(ObjectNode document) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
