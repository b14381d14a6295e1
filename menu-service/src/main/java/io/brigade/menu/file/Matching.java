package io.brigade.menu.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which thing on the carte each entry of one kind speaks of: the one of its id, or else the one of its name.
 * What is new gets an id below zero for as long as the file is looked at.
 */
final class Matching<T, E> {

    /**
     * One kind of thing.
     *
     * @param idField its id in a file
     * @param what as a message names it
     */
    record Of<T, E>(
            String idField,
            String what,
            Class<E> edit,
            Function<T, Long> id,
            Function<T, String> name,
            Function<T, E> toEdit) {}

    private final Of<T, E> kind;
    private final ImportErrors errors;
    private final Map<Long, T> unnamed = new LinkedHashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final List<Matched<T, E>> matched = new ArrayList<>();
    private final boolean replaces;

    Matching(Of<T, E> kind, List<T> there, @Nullable List<Entry> entries, boolean replace, ImportErrors errors) {
        this.kind = kind;
        this.errors = errors;
        this.replaces = replace && entries != null;
        there.forEach(thing -> unnamed.put(kind.id().apply(thing), thing));
        List<Entry> said = entries == null ? List.of() : entries;
        Map<String, T> byName = new HashMap<>();
        there.forEach(thing -> byName.put(kind.name().apply(thing), thing));
        said.forEach(entry -> match(entry, byName));
        nameAll();
    }

    /** What the file speaks of. */
    List<Matched<T, E>> matched() {
        return matched;
    }

    /** What the file is silent about and what stays. */
    List<T> kept() {
        return replaces ? List.of() : List.copyOf(unnamed.values());
    }

    /** What goes, because the file is all there shall be. */
    List<T> removed() {
        return replaces ? List.copyOf(unnamed.values()) : List.of();
    }

    /** The id of the thing that is called so once the file has been taken over; below zero for a new one. */
    @Nullable Long idOf(String name) {
        return ids.get(name);
    }

    /** The same of the thing that the entry of this index speaks of. */
    long idAt(int index) {
        T existing = matched.get(index).existing();
        return existing == null ? -1L - index : kind.id().apply(existing);
    }

    /** Makes of every entry what the thing shall be. */
    void merge(ObjectMapper json, Validator validator, BiConsumer<Matched<T, E>, ObjectNode> resolve) {
        matched.forEach(one -> one.merge(json, validator, kind.edit(), said -> resolve.accept(one, said), errors));
    }

    private void match(Entry entry, Map<String, T> byName) {
        JsonNode id = entry.said().remove(kind.idField());
        T existing = id == null || id.isNull() ? named(entry, byName) : numbered(entry, id);
        if (existing != null && unnamed.remove(kind.id().apply(existing)) == null) {
            errors.add(entry.place().apply(""), "the same " + kind.what() + " stands in the file twice");
        }
        matched.add(new Matched<>(
                entry, existing, existing == null ? null : kind.toEdit().apply(existing)));
    }

    private @Nullable T named(Entry entry, Map<String, T> byName) {
        return byName.get(entry.said().path("name").asText());
    }

    private @Nullable T numbered(Entry entry, JsonNode id) {
        T existing = id.isIntegralNumber() ? unnamedOrMatched(id.longValue()) : null;
        if (existing == null) {
            errors.add(
                    entry.place().apply(kind.idField()),
                    "there is no such " + kind.what() + " in your restaurant; without an id it is found by name");
        }
        return existing;
    }

    private @Nullable T unnamedOrMatched(long id) {
        T waiting = unnamed.get(id);
        return waiting != null
                ? waiting
                : matched.stream()
                        .map(Matched::existing)
                        .filter(thing -> thing != null && kind.id().apply(thing) == id)
                        .findFirst()
                        .orElse(null);
    }

    private void nameAll() {
        Set<String> taken = new HashSet<>();
        kept().forEach(thing -> {
            taken.add(kind.name().apply(thing));
            ids.put(kind.name().apply(thing), kind.id().apply(thing));
        });
        for (int i = 0; i < matched.size(); i++) {
            Matched<T, E> one = matched.get(i);
            T existing = one.existing();
            JsonNode said = one.entry().said().get("name");
            String name = said != null
                    ? said.asText()
                    : existing == null ? "" : kind.name().apply(existing);
            if (!name.isEmpty() && !taken.add(name)) {
                errors.add(one.entry().place().apply("name"), "there is another " + kind.what() + " of this name");
            }
            ids.put(name, idAt(i));
        }
    }
}
