package io.brigade.menu.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file's entry and the thing on the carte that it speaks of; without one it is to be made. */
final class Matched<T, E> {

    private final Entry entry;
    private final @Nullable T existing;
    private final @Nullable E before;
    private @Nullable E after;

    Matched(Entry entry, @Nullable T existing, @Nullable E before) {
        this.entry = entry;
        this.existing = existing;
        this.before = before;
    }

    Entry entry() {
        return entry;
    }

    @Nullable T existing() {
        return existing;
    }

    /** As it shall be; null when that could not be understood. */
    @Nullable E after() {
        return after;
    }

    /** As it is; empty when there is none. */
    ObjectNode beforeAsTree(ObjectMapper json) {
        return before == null ? json.createObjectNode() : json.valueToTree(before);
    }

    boolean isNew() {
        return existing == null;
    }

    boolean changes() {
        return existing != null && after != null && !after.equals(before);
    }

    /** Lays what the file says over what there is, and checks the whole as if a person had sent it. */
    void merge(
            ObjectMapper json, Validator validator, Class<E> type, Consumer<ObjectNode> resolve, ImportErrors errors) {
        ObjectNode merged = beforeAsTree(json);
        resolve.accept(entry.said());
        merged.setAll(entry.said());
        try {
            E edit = json.treeToValue(merged, type);
            Set<ConstraintViolation<E>> violations = validator.validate(edit);
            violations.forEach(violation -> errors.add(entry.place(), violation));
            after = violations.isEmpty() ? edit : null;
        } catch (JsonMappingException unreadable) {
            errors.add(entry.place(), unreadable);
        } catch (JsonProcessingException unreadable) {
            errors.add(entry.place().apply(""), "has a value that can't be read");
        }
    }
}
