package io.brigade.menu.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.brigade.menu.carte.Day;
import io.brigade.menu.carte.TimedPrice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A timed price in a cell, such as {@code Happy hour: MON TUE 17:00-19:00 5,50}. */
final class CsvTimedPrice {

    private static final Pattern SYNTAX = Pattern.compile(
            "(.+): ([A-Z]{3}(?: [A-Z]{3})*) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d) ([\\d.,]+)", Pattern.DOTALL);

    private CsvTimedPrice() {}

    static String show(TimedPrice price, char point) {
        String days = price.days().stream().map(Day::name).collect(Collectors.joining(" "));
        return "%s: %s %s-%s %s"
                .formatted(price.name(), days, price.from(), price.to(), Cell.amount(price.unitPriceCents(), point));
    }

    /** As the API takes it; null when it is not written so. */
    static @Nullable ObjectNode read(String text) {
        Matcher said = SYNTAX.matcher(text);
        Long cents = said.matches() ? Cell.hundredths(said.group(5)) : null;
        if (cents == null) {
            return null;
        }
        ObjectNode price = JsonNodeFactory.instance.objectNode();
        price.put("name", said.group(1));
        ArrayNode days = price.putArray("days");
        for (String day : said.group(2).split(" ", -1)) {
            days.add(day);
        }
        return price.put("from", said.group(3)).put("to", said.group(4)).put("unit_price_cents", cents);
    }
}
