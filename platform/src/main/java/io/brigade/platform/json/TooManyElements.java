package io.brigade.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A list or a map of a request is longer than it may be. */
public final class TooManyElements extends JsonMappingException {

    private static final long serialVersionUID = 1;

    private final int most;

    TooManyElements(JsonParser parser, int most) {
        super(parser, "more than " + most + " elements");
        this.most = most;
    }

    /** How many there may be. */
    public int most() {
        return most;
    }
}
