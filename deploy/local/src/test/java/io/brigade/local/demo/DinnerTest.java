package io.brigade.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DinnerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void takesTheRequiredOptionsAndPrefersSaignant() throws Exception {
        var order = JSON.readTree(new Dinner(menu()).orderFor(7));

        assertThat(order.path("table_id").asInt()).isEqualTo(7);
        assertThat(order.path("items")).hasSize(3);
        assertThat(order.path("items").path(0).path("options")).isEmpty();
        assertThat(order.path("items").path(1).path("options").toString()).isEqualTo("[12,21]");
    }

    @Test
    void aCarteWithoutTheDishIsSaid() throws Exception {
        var empty = new Dinner(JSON.readTree("{\"categories\":[],\"option_groups\":[]}"));

        assertThatThrownBy(() -> empty.orderFor(1))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("Soupe");
    }

    private static JsonNode menu() throws Exception {
        return JSON.readTree("""
                {"categories":[{"dishes":[
                  {"dish_id":1,"name":"Soupe à l'oignon gratinée","option_group_ids":[]},
                  {"dish_id":2,"name":"Entrecôte grillée","option_group_ids":[1,2,3]},
                  {"dish_id":3,"name":"Verre de Morgon","option_group_ids":[]}]}],
                 "option_groups":[
                  {"option_group_id":1,"min":1,"options":[
                    {"option_id":11,"name":"Bleu"},{"option_id":12,"name":"Saignant"}]},
                  {"option_group_id":2,"min":1,"options":[{"option_id":21,"name":"Frites"}]},
                  {"option_group_id":3,"min":0,"options":[{"option_id":31,"name":"Béarnaise"}]}]}
                """);
    }
}
