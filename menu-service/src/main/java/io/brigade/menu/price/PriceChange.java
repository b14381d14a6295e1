package io.brigade.menu.price;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One price that is another now; {@code oldCents} is null where the thing is new. */
record PriceChange(
        Priced of, @Nullable String part, @Nullable Long oldCents, long newCents) {

    /** A new thing's first prices. */
    static List<PriceChange> first(Priced now) {
        List<PriceChange> changes = new ArrayList<>();
        changes.add(new PriceChange(now, null, null, now.cents()));
        now.parts().forEach((part, cents) -> changes.add(new PriceChange(now, part, null, cents)));
        return changes;
    }

    /** What differs; a price that ends is the ordinary one again. */
    static List<PriceChange> between(Priced before, Priced now) {
        List<PriceChange> changes = new ArrayList<>();
        if (before.cents() != now.cents()) {
            changes.add(new PriceChange(now, null, before.cents(), now.cents()));
        }
        Set<String> parts = new LinkedHashSet<>(before.parts().keySet());
        parts.addAll(now.parts().keySet());
        for (String part : parts) {
            Long old = before.parts().getOrDefault(part, before.without(part));
            Long current = now.parts().getOrDefault(part, now.without(part));
            if (!old.equals(current)) {
                changes.add(new PriceChange(now, part, old, current));
            }
        }
        return changes;
    }
}
