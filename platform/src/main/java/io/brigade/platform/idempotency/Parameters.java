package io.brigade.platform.idempotency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of statement parameters that grows by copying. */
record Parameters(List<@Nullable Object> values) {

    static Parameters of(@Nullable Object... values) {
        return new Parameters(Arrays.asList(values));
    }

    Parameters and(Object value) {
        List<@Nullable Object> longer = new ArrayList<>(values);
        longer.add(value);
        return new Parameters(longer);
    }

    List<@Nullable Object> toList() {
        return values;
    }
}
