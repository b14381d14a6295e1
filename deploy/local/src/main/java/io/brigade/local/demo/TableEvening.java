package io.brigade.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One table's evening from sign-in to the closed order, every answer checked. */
public final class TableEvening {

    private static final Duration EVENT_LIMIT = Duration.ofSeconds(5);
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;
    private static final int CARD_CENTS = 2000;
    private static final int BANKNOTE_CENTS = 1000;
    private static final String TILL = "Caisse 1";
    private static final int FLOAT_CENTS = 15_000;

    private final ApiClient gateway;
    private final Steps steps;

    /** An evening at the restaurant behind that gateway. */
    public TableEvening(ApiClient gateway, Steps steps) {
        this.gateway = gateway;
        this.steps = steps;
    }

    /**
     * Plays the evening and returns the order's number.
     *
     * @throws StepFailed at the first answer that is not as it should be
     */
    public long play() {
        var begin = System.nanoTime();
        var waiter = signIn(DemoPerson.CAMILLE);
        var menu = readMenu(waiter);
        var table = freeTable(waiter);
        var chef = signIn(DemoPerson.MARC);
        JsonNode order;
        try (var screen = openScreen(chef)) {
            order = placeOrder(waiter, screen, new Dinner(menu).orderFor(table));
        }
        fireTheMainCourse(waiter, order);
        order = takeAGlassBack(waiter, order);
        cookAndServe(chef, waiter, order);
        var cashier = signIn(DemoPerson.INES);
        var total = pay(cashier, order);
        awaitClosed(waiter, order);
        steps.closing(String.format(
                Locale.ROOT,
                "The evening of order %d is over: %s € paid, served and closed in %.1f s.",
                id(order),
                euros(total),
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
        return id(order);
    }

    private ApiClient signIn(DemoPerson person) {
        var answer = gateway.signIn(person).expect(200);
        var signIn = answer.json();
        done(
                person.firstName() + " signs in",
                answer,
                Dinner.stream(signIn.path("staff").path("roles"))
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", ")));
        return gateway.as(signIn);
    }

    private JsonNode readMenu(ApiClient waiter) {
        var full = waiter.get("/api/menu").expect(200);
        var dishes = Dinner.stream(full.json().path("categories"))
                .mapToInt(category -> category.path("dishes").size())
                .sum();
        done("The phone loads the carte", full, dishes + " dishes");
        var etag = full.header("ETag").orElseThrow(() -> new StepFailed(full.call(), "an ETag", "none"));
        done(
                "The phone asks whether it changed",
                waiter.get("/api/menu", Map.of("If-None-Match", etag)).expect(304),
                "not modified");
        return full.json();
    }

    private long freeTable(ApiClient waiter) {
        var answer = waiter.get("/api/tables").expect(200);
        var tables = Dinner.stream(answer.json().path("data")).toList();
        var table = tables.stream()
                .filter(each -> each.path("open_order_ids").isEmpty())
                .findFirst()
                .or(() -> tables.stream().findFirst())
                .orElseThrow(() -> new StepFailed(answer.call(), "a table", answer.body()));
        done("Two guests sit down", answer, "table " + table.path("name").asText());
        return table.path("table_id").asLong();
    }

    private KitchenScreen openScreen(ApiClient chef) {
        var begin = System.nanoTime();
        var screen = chef.screen("kitchen:HOT", "kitchen:BAR");
        screen.await("subscribed", message -> true, EVENT_LIMIT);
        steps.done("The kitchen screen connects", "WebSocket /ws/events", "subscribed to HOT and BAR", since(begin));
        return screen;
    }

    private JsonNode placeOrder(ApiClient waiter, KitchenScreen screen, String order) {
        var key = ApiClient.newKey();
        var first = waiter.post("/api/orders", order, key).expect(201);
        var answered = System.nanoTime();
        var placed = first.json();
        done(
                "Camille sends the order",
                first,
                "order %d, %s €"
                        .formatted(id(placed), euros(placed.path("total_cents").asLong())));
        screen.await("order.created", event -> orderIdOf(event) == id(placed), EVENT_LIMIT);
        steps.done("It appears in the kitchen", "WebSocket order.created", "counted from the answer", since(answered));
        var replayed = waiter.post("/api/orders", order, key).expect(201);
        if (!replayed.header("Idempotency-Replayed").orElse("").equals("true")
                || !replayed.body().equals(first.body())) {
            throw new StepFailed(replayed.call(), "the first answer again: " + first.body(), replayed.body());
        }
        done("The network stutters: sent again", replayed, "same answer, no second order");
        return placed;
    }

    private void fireTheMainCourse(ApiClient waiter, JsonNode order) {
        var path = "/api/orders/%d/courses/%d/fire".formatted(id(order), Dinner.MAIN_COURSE);
        var fired = waiter.post(path, "", ApiClient.newKey()).expect(200);
        done("Camille fires the main course", fired, "sent to the kitchen");
    }

    /** The kitchen has it already, so Sophie types her PIN on Camille's phone. */
    private JsonNode takeAGlassBack(ApiClient waiter, JsonNode order) {
        var glass = Dinner.stream(order.path("items")).toList().getLast();
        var approval = waiter.approval(DemoPerson.SOPHIE, "VOID", id(order)).expect(200);
        done("A glass breaks: Sophie approves", approval, "for this order, once");
        var voided = waiter.post(
                        "/api/orders/%d/items/%d/void"
                                .formatted(id(order), glass.path("item_id").asLong()),
                        "{\"reason\":\"verre cassé\",\"quantity\":1,\"approval_token\":\"%s\"}"
                                .formatted(
                                        approval.json().path("approval_token").asText()),
                        ApiClient.newKey())
                .expect(200);
        done(
                "Camille takes one " + glass.path("name").asText() + " off",
                voided,
                euros(voided.json().path("total_cents").asLong()) + " € now");
        return voided.json();
    }

    private void cookAndServe(ApiClient chef, ApiClient waiter, JsonNode order) {
        var board = chef.get("/api/kitchen/board?station=HOT").expect(200);
        if (board.json().findValues("order_id").stream().noneMatch(number -> number.asLong() == id(order))) {
            throw new StepFailed(board.call(), "order " + id(order) + " on the board", board.body());
        }
        done("Marc looks at the hot board", board, "order " + id(order) + " is on it");
        move(chef, order, "PREPARING", "Marc prepares");
        move(chef, order, "READY", "Marc is ready with");
        move(waiter, order, "SERVED", "Camille serves");
    }

    private void move(ApiClient who, JsonNode order, String state, String sentence) {
        for (var item : order.path("items")) {
            if (item.path("state").asText().equals("VOIDED")) {
                continue;
            }
            var path = "/api/kitchen/items/" + item.path("item_id").asLong() + "/state";
            var answer = who.post(path, "{\"state\":\"%s\"}".formatted(state), ApiClient.newKey())
                    .expect(200);
            done(sentence + " " + item.path("name").asText(), answer, state);
        }
    }

    /** It stays open for the next evening. */
    private void openDrawer(ApiClient cashier) {
        var opened = cashier.post(
                        "/api/cash-sessions",
                        "{\"till\":\"" + TILL + "\",\"float_cents\":" + FLOAT_CENTS + "}",
                        ApiClient.newKey())
                .expect(201, 409);
        done("Inès opens her drawer", opened, opened.status() == 201 ? euros(FLOAT_CENTS) + " € in it" : "it is open");
    }

    private long pay(ApiClient cashier, JsonNode order) {
        var bill = cashier.get("/api/bills/" + id(order)).expect(200);
        var total = bill.json().path("left_cents").asLong();
        done("Inès opens the bill", bill, euros(total) + " € left");
        var card = cashier.post("/api/payments", payment(order, "CARD", CARD_CENTS, ""), ApiClient.newKey())
                .expect(201);
        done("Inès takes part of it by card", card, euros(CARD_CENTS) + " €");
        openDrawer(cashier);
        var left = total - CARD_CENTS;
        var tendered = Math.ceilDiv(left, BANKNOTE_CENTS) * BANKNOTE_CENTS;
        var cash = cashier.post(
                        "/api/payments",
                        payment(order, "CASH", left, ",\"till\":\"" + TILL + "\",\"tendered_cents\":" + tendered),
                        ApiClient.newKey())
                .expect(201);
        var change = cash.json().path("change_cents").asLong(-1);
        if (change != tendered - left) {
            throw new StepFailed(cash.call(), "change_cents " + (tendered - left), cash.body());
        }
        done("Inès takes the rest in cash", cash, euros(left) + " €, " + euros(change) + " € change");
        return total;
    }

    private static String payment(JsonNode order, String method, long cents, String more) {
        return "{\"order_id\":%d,\"method\":\"%s\",\"amount_cents\":%d%s}".formatted(id(order), method, cents, more);
    }

    private void awaitClosed(ApiClient waiter, JsonNode order) {
        var begin = System.nanoTime();
        Supplier<ApiResponse> ask = () -> waiter.get("/api/orders/" + id(order)).expect(200);
        var answer = ask.get();
        while (!status(answer).equals("CLOSED")) {
            if (since(begin).compareTo(CLOSING_LIMIT) > 0) {
                throw new StepFailed(answer.call(), "status CLOSED", answer.body());
            }
            pause();
            answer = ask.get();
        }
        steps.done("The order closes by itself", answer.call(), "CLOSED", since(begin));
    }

    private void done(String what, ApiResponse answer, String result) {
        steps.done(what, answer.call(), answer.status() + " " + result, answer.took());
    }

    /** An event names its order in its data, either there or inside the order that it carries. */
    private static long orderIdOf(JsonNode event) {
        var data = event.path("data");
        return data.path("order_id").asLong(data.path("order").path("order_id").asLong());
    }

    private static long id(JsonNode order) {
        return order.path("order_id").asLong();
    }

    private static String status(ApiResponse answer) {
        return answer.json().path("status").asText();
    }

    private static String euros(long cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("waiting for the order to close", e);
        }
    }
}
