package io.brigade.menu.demo;

import io.brigade.menu.carte.Allergen;
import io.brigade.menu.carte.ServiceMode;
import io.brigade.menu.carte.Station;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A carte as a file: groups are named by {@code ref}, ids are given when it is put in. */
record CarteDocument(String currency, List<Group> optionGroups, List<Heading> categories) {

    record Group(String ref, String name, int min, int max, List<Choice> options) {}

    record Choice(String name, long priceCents) {}

    record Heading(String name, List<Plate> dishes) {}

    record Plate(
            String name,
            String description,
            long unitPriceCents,
            Map<ServiceMode, Integer> vatRatesBp,
            Station station,
            int course,
            Set<Allergen> allergens,
            List<String> optionGroups) {}
}
