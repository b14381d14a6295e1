package io.brigade.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes answers from views. */
@ApplicationScoped
public class Answers {

    private final ObjectMapper json;

    @Inject
    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** 201 with the view of what was made. */
    public Answer created(Object view) {
        return answer(201, view);
    }

    /** 200 with the view of what was changed. */
    public Answer ok(Object view) {
        return answer(200, view);
    }

    private Answer answer(int status, Object view) {
        try {
            return Answer.of(status, json.writeValueAsBytes(view));
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalArgumentException(notSerialisable);
        }
    }
}
