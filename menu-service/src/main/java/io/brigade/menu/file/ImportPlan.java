package io.brigade.menu.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.menu.carte.Limits;
import io.brigade.menu.carte.Settings;
import io.brigade.menu.carte.WholeCarte;
import io.brigade.menu.category.Category;
import io.brigade.menu.category.CategoryEdit;
import io.brigade.menu.dish.Dish;
import io.brigade.menu.dish.DishEdit;
import io.brigade.menu.formule.Formule;
import io.brigade.menu.formule.FormuleEdit;
import io.brigade.menu.option.Option;
import io.brigade.menu.option.OptionGroup;
import io.brigade.menu.option.OptionGroupEdit;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file would make of a carte, worked out and checked as a whole before anything is touched. */
final class ImportPlan {

    private static final Matching.Of<OptionGroup, OptionGroupEdit> GROUP = new Matching.Of<>(
            "option_group_id",
            "option group",
            OptionGroupEdit.class,
            group -> group.optionGroupId,
            group -> group.name,
            OptionGroupEdit::of);
    private static final Matching.Of<Category, CategoryEdit> CATEGORY = new Matching.Of<>(
            "category_id",
            "category",
            CategoryEdit.class,
            category -> category.categoryId,
            category -> category.name,
            CategoryEdit::of);
    private static final Matching.Of<Dish, DishEdit> DISH =
            new Matching.Of<>("dish_id", "dish", DishEdit.class, dish -> dish.dishId, dish -> dish.name, DishEdit::of);
    private static final Matching.Of<Formule, FormuleEdit> FORMULE = new Matching.Of<>(
            "formule_id",
            "formule",
            FormuleEdit.class,
            formule -> formule.formuleId,
            formule -> formule.name,
            FormuleEdit::of);

    private final WholeCarte carte;
    private final ObjectMapper json;
    private final ImportErrors errors;
    private final Matching<OptionGroup, OptionGroupEdit> groups;
    private final Matching<Category, CategoryEdit> categories;
    private final Matching<Dish, DishEdit> dishes;
    private final Matching<Formule, FormuleEdit> formules;
    private final @Nullable List<String> languages;

    /** Fails with 422 naming everything that is wrong with the file. */
    ImportPlan(
            WholeCarte carte,
            CarteFile file,
            boolean replace,
            ObjectMapper json,
            Validator validator,
            ImportErrors errors) {
        this.carte = carte;
        this.json = json;
        this.errors = errors;
        groups = new Matching<>(GROUP, carte.groups(), file.optionGroups(), replace, errors);
        categories = new Matching<>(CATEGORY, carte.categories(), file.categories(), replace, errors);
        dishes = new Matching<>(DISH, carte.dishes(), file.dishes(), replace, errors);
        formules = new Matching<>(FORMULE, carte.formules(), file.formules(), replace, errors);
        groups.merge(json, validator, this::resolveGroup);
        categories.merge(json, validator, (_, _) -> {});
        dishes.merge(json, validator, this::resolveDish);
        formules.merge(json, validator, this::resolveFormule);
        languages = languages(file.languages(), validator);
        checkCurrency(file.currency());
        checkSizes();
        checkRemovals();
        checkSomethingIsLeft(file);
        errors.require();
    }

    Matching<OptionGroup, OptionGroupEdit> groups() {
        return groups;
    }

    Matching<Category, CategoryEdit> categories() {
        return categories;
    }

    Matching<Dish, DishEdit> dishes() {
        return dishes;
    }

    Matching<Formule, FormuleEdit> formules() {
        return formules;
    }

    /** Languages to be set; null when they stay. */
    @Nullable List<String> languages() {
        return languages;
    }

    /** Categories that go: those that the file is silent about and that have no dishes any more. */
    List<Category> categoriesRemoved() {
        Set<Long> used = Stream.concat(
                        dishes.kept().stream().map(dish -> dish.categoryId),
                        dishes.matched().stream()
                                .map(Matched::after)
                                .filter(Objects::nonNull)
                                .map(DishEdit::categoryId))
                .collect(Collectors.toSet());
        return categories.removed().stream()
                .filter(category -> !used.contains(category.categoryId))
                .toList();
    }

    /** Options keep their ids by name, so that a file need not know them. */
    private void resolveGroup(Matched<OptionGroup, OptionGroupEdit> group, ObjectNode said) {
        OptionGroup existing = group.existing();
        List<Option> there = existing == null ? List.of() : existing.options;
        Map<String, Option> byName = new HashMap<>();
        there.forEach(option -> byName.put(option.name, option));
        Set<Long> left = there.stream().map(option -> option.optionId).collect(Collectors.toCollection(HashSet::new));
        JsonNode options = said.path("options");
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i) instanceof ObjectNode option) {
                Option same = byName.get(option.path("name").asText());
                if (!option.has("option_id") && same != null && left.contains(same.optionId)) {
                    option.put("option_id", same.optionId);
                }
                if (option.hasNonNull("option_id")
                        && !left.remove(option.get("option_id").longValue())) {
                    errors.add(
                            group.entry().place().apply("options[" + i + "].option_id"),
                            "there is no such option in this group, or it is named twice");
                }
            }
        }
    }

    private void resolveDish(Matched<Dish, DishEdit> dish, ObjectNode said) {
        if (said.has(CarteFile.CATEGORY)) {
            said.put(
                    "category_id",
                    categories.idAt(said.remove(CarteFile.CATEGORY).intValue()));
        }
        if (said.remove(CarteFile.PARTLY) instanceof ObjectNode partly) {
            ObjectNode there = dish.beforeAsTree(json);
            partly.properties().forEach(field -> said.set(field.getKey(), laidOver(there, field)));
        }
        if (said.has("option_groups")) {
            said.set("option_group_ids", groupIds(dish.entry(), said.remove("option_groups"), said));
        }
    }

    private static ObjectNode laidOver(ObjectNode there, Map.Entry<String, JsonNode> field) {
        ObjectNode value = there.get(field.getKey()) instanceof ObjectNode known ? known : there.objectNode();
        value.setAll((ObjectNode) field.getValue());
        value.properties().removeIf(entry -> entry.getValue().isNull());
        return value;
    }

    private JsonNode groupIds(Entry entry, JsonNode names, ObjectNode maker) {
        if (!names.isArray()) {
            return names; // told as of the wrong type
        }
        ArrayNode ids = maker.arrayNode();
        Set<Long> once = new HashSet<>();
        for (JsonNode name : names) {
            Long id = groups.idOf(name.asText());
            if (id == null || !once.add(id)) {
                errors.add(
                        entry.place().apply("option_groups"),
                        "there is no option group «" + name.asText() + "», or it is named twice");
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    private void resolveFormule(Matched<Formule, FormuleEdit> formule, ObjectNode said) {
        JsonNode steps = said.path("steps");
        for (int i = 0; i < steps.size(); i++) {
            JsonNode choices = steps.path(i).path("choices");
            Set<Long> once = new HashSet<>();
            for (int j = 0; j < choices.size(); j++) {
                String path = "steps[" + i + "].choices[" + j + "].dish";
                if (choices.get(j) instanceof ObjectNode choice && choice.has("dish")) {
                    Long id = dishes.idOf(choice.remove("dish").asText());
                    if (id == null || !once.add(id)) {
                        errors.add(
                                formule.entry().place().apply(path),
                                "there is no dish of this name, or it is named twice");
                    }
                    choice.put("dish_id", id == null ? Long.valueOf(0) : id);
                } else {
                    errors.add(formule.entry().place().apply(path), "must name a dish");
                }
            }
        }
    }

    private @Nullable List<String> languages(@Nullable JsonNode said, Validator validator) {
        if (said == null) {
            return null;
        }
        List<String> wanted = new ArrayList<>();
        said.forEach(language -> wanted.add(language.isTextual() ? language.asText() : ""));
        int before = errors.count();
        validator.validate(new Settings(wanted)).forEach(violation -> errors.add(field -> field, violation));
        return errors.count() > before || wanted.equals(carte.carte().languages) ? null : wanted;
    }

    private void checkCurrency(@Nullable JsonNode said) {
        if (said != null && !said.asText().equals(carte.carte().currency)) {
            errors.add("currency", "the carte's prices are in " + carte.carte().currency);
        }
    }

    private void checkSizes() {
        checkSize("option_groups", groups, Limits.OPTION_GROUPS);
        checkSize("categories", categories, Limits.CATEGORIES);
        checkSize("dishes", dishes, Limits.DISHES);
        checkSize("formules", formules, Limits.FORMULES);
    }

    private void checkSize(String field, Matching<?, ?> matching, int most) {
        if (matching.kept().size() + matching.matched().size() > most) {
            errors.add(field, "a carte has at most " + most);
        }
    }

    /** A file without any dish is a mistake more likely than the end of the restaurant. */
    private void checkSomethingIsLeft(CarteFile file) {
        List<Entry> said = file.dishes();
        if (said != null && said.isEmpty() && !dishes.removed().isEmpty()) {
            errors.add("dishes", "there are none in the file: nothing would be left on the carte");
        }
    }

    /** Nothing goes that something still needs. */
    private void checkRemovals() {
        for (OptionGroup group : groups.removed()) {
            usersOf(group.optionGroupId)
                    .findFirst()
                    .ifPresent(dish -> errors.add(
                            "option_groups", "«" + group.name + "» is not in the file, and «" + dish + "» needs it"));
        }
        for (Dish dish : dishes.removed()) {
            formules.kept().stream()
                    .filter(formule -> formule.offers(dish.dishId))
                    .findFirst()
                    .ifPresent(formule -> errors.add(
                            "dishes", "«" + dish.name + "» is not in the file, and «" + formule.name + "» offers it"));
        }
    }

    private Stream<String> usersOf(Long groupId) {
        return Stream.concat(
                dishes.kept().stream()
                        .filter(dish -> dish.optionGroupIds.contains(groupId))
                        .map(dish -> dish.name),
                dishes.matched().stream()
                        .map(Matched::after)
                        .filter(Objects::nonNull)
                        .filter(dish -> dish.optionGroupIds().contains(groupId))
                        .map(DishEdit::name));
    }

    /** Whether the file would make any difference. */
    boolean changesNothing() {
        return languages == null
                && Stream.of(groups, categories, dishes, formules).allMatch(matching -> matching.matched().stream()
                        .noneMatch(one -> one.isNew() || one.changes()))
                && Stream.<Function<ImportPlan, List<?>>>of(
                                plan -> plan.groups.removed(),
                                ImportPlan::categoriesRemoved,
                                plan -> plan.dishes.removed(),
                                plan -> plan.formules.removed())
                        .allMatch(removed -> removed.apply(this).isEmpty());
    }
}
