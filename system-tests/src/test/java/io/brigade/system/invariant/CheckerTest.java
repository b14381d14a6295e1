package io.brigade.system.invariant;

import static io.brigade.system.invariant.Story.CAMILLE;
import static io.brigade.system.invariant.Story.NOE;
import static io.brigade.system.invariant.Story.SOPHIE;
import static io.brigade.system.invariant.Story.item;
import static io.brigade.system.invariant.Story.itemOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker is silent about a sound evening, and finds each thing that it looks for. */
class CheckerTest {

    private static final String PLACE_TWO = "{\"items\":[{\"quantity\":2}]}";
    private static final String PLACE_THREE = "{\"items\":[{\"quantity\":3}]}";

    private final Story story = new Story();

    /** Order 1 is cooked, voided in part, discounted and paid; order 2 is split, and both parts are merged again. */
    @BeforeEach
    void aSoundEvening() {
        story.begin(1, 20);
        story.change(1, "CREATED", CAMILLE, null, order -> {
            order.put("status", "OPEN");
            items(order).add(item(11, 2, "HELD"));
        });
        story.answered(
                CAMILLE,
                "POST",
                "/api/orders",
                PLACE_TWO,
                "key-1",
                201,
                story.orders.get(1L).deepCopy());
        story.again(story.journal.getFirst());
        story.change(
                1, "COURSE_FIRED", CAMILLE, null, order -> itemOf(order, 11).put("state", "SENT"));
        story.change(1, "ITEM_MOVED", CAMILLE, null, order -> itemOf(order, 11).put("state", "PREPARING"));
        story.change(1, "ITEM_VOIDED", CAMILLE, SOPHIE, order -> {
            itemOf(order, 11).put("quantity", 1);
            items(order).add(item(12, 1, "VOIDED"));
        });
        story.answered(
                CAMILLE,
                "POST",
                "/api/orders/1/items/11/void",
                "{\"approval_token\":\"token\"}",
                "key-2",
                200,
                story.orders.get(1L).deepCopy());
        story.change(1, "DISCOUNTED", CAMILLE, null, order -> {
            itemOf(order, 11).put("discount_cents", 100);
            ((ArrayNode) order.path("discounts"))
                    .addObject()
                    .put("discount_no", 1)
                    .put("discount_cents", 100);
        });
        story.paid(1, 501, 900);
        story.change(1, "CLOSED", null, null, order -> order.put("status", "CLOSED"));

        story.begin(2, 20);
        story.change(2, "CREATED", CAMILLE, null, order -> {
            order.put("status", "OPEN");
            items(order).add(item(21, 3, "SENT"));
        });
        story.answered(
                CAMILLE,
                "POST",
                "/api/orders",
                PLACE_THREE,
                "key-3",
                201,
                story.orders.get(2L).deepCopy());
        story.begin(3, 20);
        story.change(2, "SPLIT", CAMILLE, null, order -> itemOf(order, 21).put("quantity", 2));
        story.change(3, "SPLIT", CAMILLE, null, order -> {
            order.put("status", "OPEN").put("additional", true);
            items(order).add(item(22, 1, "SENT"));
        });
        ObjectNode both = Story.node();
        both.set("order", story.orders.get(2L).deepCopy());
        both.set("new_order", story.orders.get(3L).deepCopy());
        story.answered(CAMILLE, "POST", "/api/orders/2/split", "{}", "key-4", 201, both);
        story.change(2, "MERGED", CAMILLE, null, order -> items(order).add(item(22, 1, "SENT")));
        story.change(3, "MERGED", CAMILLE, null, order -> {
            order.put("status", "CANCELLED").put("merged_into", 2);
            items(order).removeAll();
        });
        story.answered(SOPHIE, "POST", "/api/orders", "{}", "key-5", 409, Story.problem(409, "TABLE_OCCUPIED"));
        story.answered(NOE, "GET", "/api/orders/1", null, null, 404, Story.problem(404, "NOT_FOUND"));
    }

    private static ArrayNode items(ObjectNode order) {
        return (ArrayNode) order.path("items");
    }

    private void found(Class<? extends Invariant> invariant, String finding) {
        assertThat(Checker.findings(story.evidence()))
                .anyMatch(each -> each.startsWith(invariant.getSimpleName() + ": ") && each.contains(finding));
    }

    private ObjectNode entry(long orderId, int version) {
        return (ObjectNode) story.histories.get(orderId).get(version - 1);
    }

    private ObjectNode change(long orderId, int version) {
        return (ObjectNode) entry(orderId, version).path("changes");
    }

    private void replace(int index, int status, String key, String text) {
        Exchange old = story.journal.get(index);
        story.journal.set(
                index,
                new Exchange(
                        old.who(),
                        old.method(),
                        old.path(),
                        old.body(),
                        key,
                        old.sent(),
                        old.answered(),
                        status,
                        old.replayed(),
                        old.contentType(),
                        text));
    }

    @Test
    void aSoundEveningGivesNoFinding() {
        assertThat(Checker.findings(story.evidence())).isEmpty();
    }

    @Test
    void anAcknowledgedOrderThatIsLost() {
        story.orders.remove(2L);
        found(EveryAcknowledgedOrderExistsOnce.class, "order 2 was acknowledged and is lost");
    }

    @Test
    void anOrderThatNobodyWasToldOf() {
        story.journal.removeIf(exchange -> exchange.path().endsWith("/split"));
        found(EveryAcknowledgedOrderExistsOnce.class, "order 3 is there and nobody was told");
    }

    @Test
    void oneDevicesOrderPlacedTwice() {
        story.orders.get(2L).put("client_ref", "ref-1");
        found(EveryAcknowledgedOrderExistsOnce.class, "client_ref ref-1 names two orders");
    }

    @Test
    void twoRequestsAnsweredWithOneOrder() {
        story.again(story.journal.getFirst());
        replace(
                story.journal.size() - 1,
                201,
                "another-key",
                story.journal.getFirst().text());
        found(EveryAcknowledgedOrderExistsOnce.class, "order 1 is the answer to several requests");
    }

    @Test
    void anAcknowledgedPaymentThatIsLost() {
        story.bills.get(1L).putArray("payments");
        found(EveryAcknowledgedPaymentExistsOnce.class, "payment 501 of order 1 was acknowledged and is lost");
    }

    @Test
    void aPaymentOfAnotherAmount() {
        ((ObjectNode) story.bills.get(1L).at("/payments/0")).put("amount_cents", 901);
        found(EveryAcknowledgedPaymentExistsOnce.class, "payment 501 of order 1 is of another amount");
    }

    @Test
    void anItemThatIsOnTwoOrders() {
        items(story.orders.get(3L)).add(item(22, 1, "SENT"));
        found(EveryItemIsAccountedFor.class, "item 22 is on 2 orders");
    }

    @Test
    void anItemThatIsOnNoOrder() {
        items(story.orders.get(2L)).remove(1);
        found(EveryItemIsAccountedFor.class, "item 22 is on no order");
    }

    @Test
    void anItemThatASecondWaiterOverwrote() {
        ((ObjectNode) change(2, 1).at("/items/0")).put("quantity", 1);
        found(EveryItemIsAccountedFor.class, "has 1 in its history where 3 were acknowledged");
    }

    @Test
    void aQuantityThatVanishesWithAVoid() {
        ((ArrayNode) change(1, 4).path("items")).remove(1);
        found(EveryItemIsAccountedFor.class, "made 1 of 2");
    }

    @Test
    void anItemThatBecameAnother() {
        itemOf(story.orders.get(1L), 11).put("dish_id", 7);
        found(EveryItemIsAccountedFor.class, "item 11 was acknowledged as another");
    }

    @Test
    void aGapInTheHistory() {
        story.histories.get(1L).remove(2);
        found(HistoryHasNoGap.class, "order 1 has version 4 (ITEM_VOIDED) as entry 3");
    }

    @Test
    void aChangeThatNobodyMade() {
        entry(1, 2).remove("by");
        found(HistoryHasNoGap.class, "does not say who did version 2 (COURSE_FIRED)");
    }

    @Test
    void aHistoryThatTellsAnotherOrder() {
        story.orders.get(2L).put("table_id", 24);
        found(HistoryReplaysToTheOrder.class, "order 2 has table 24, its history tells 20");
        itemOf(story.orders.get(2L), 21).put("state", "READY");
        found(HistoryReplaysToTheOrder.class, "order 2 has items");
    }

    @Test
    void anItemThatSkipsAState() {
        ((ObjectNode) change(1, 3).at("/items/0")).put("state", "READY");
        found(StatesFollowTheirTables.class, "item 11 went from SENT to READY");
    }

    @Test
    void anItemThatGoesBackWithoutARecall() {
        story.change(2, "ITEM_MOVED", CAMILLE, null, order -> itemOf(order, 21).put("state", "HELD"));
        found(StatesFollowTheirTables.class, "item 21 went from SENT to HELD");
    }

    @Test
    void anOrderThatOpensAgain() {
        story.change(1, "CHANGED", CAMILLE, null, order -> order.put("status", "OPEN"));
        found(StatesFollowTheirTables.class, "it went from CLOSED to OPEN");
    }

    @Test
    void aChangeOfAClosedOrder() {
        story.change(1, "ITEMS_ADDED", CAMILLE, null, order -> items(order).add(item(13, 1, "SENT")));
        found(StatesFollowTheirTables.class, "it was CLOSED already");
    }

    @Test
    void aTotalThatDoesNotAddUp() {
        change(2, 1).put("total_cents", 2_999);
        found(TotalsAddUp.class, "order 2, version 1 (CREATED) has a total of 2999, its items cost 3000");
    }

    @Test
    void anAnswerWhoseTotalDoesNotAddUp() {
        ObjectNode answer = (ObjectNode) story.journal.getFirst().json();
        replace(0, 201, "key-1", answer.put("total_cents", 1).toString());
        found(TotalsAddUp.class, "an answer with order 1, total: 1 where 2000 is due");
    }

    @Test
    void aPriceThatTheCarteChangedLater() {
        ((ObjectNode) change(2, 2).at("/items/0")).put("unit_price_cents", 1_100);
        found(TotalsAddUp.class, "changed the price of item 21");
    }

    @Test
    void aBillOfAnotherTotal() {
        story.bills.get(2L).put("due_cents", 2_000);
        found(TotalsAddUp.class, "order 2, its bill: 2000 where 3000 is due");
    }

    @Test
    void aVoidThatNobodyApproved() {
        entry(1, 4).remove("approved_by");
        found(ApprovalsWereGiven.class, "order 1, version 4 (ITEM_VOIDED) needed an approval and has none");
    }

    @Test
    void anApprovalOfSomebodyWhoMayNot() {
        ((ObjectNode) entry(1, 4).path("approved_by")).put("staff_id", CAMILLE.staffId());
        found(ApprovalsWereGiven.class, "was approved by 101, who may not");
    }

    @Test
    void aCancelledOrderThatTheKitchenHad() {
        story.change(2, "CANCELLED", CAMILLE, null, order -> {
            order.put("status", "CANCELLED");
            order.path("items").forEach(each -> ((ObjectNode) each).put("state", "VOIDED"));
        });
        found(ApprovalsWereGiven.class, "order 2, version 4 (CANCELLED) needed an approval and has none");
    }

    @Test
    void aDiscountAboveTheLimit() {
        JsonNode shown = story.floor.stream()
                .map(event -> event.path("data"))
                .filter(order -> order.path("order_id").asLong() == 1
                        && order.path("version").asLong() == 5)
                .findFirst()
                .orElseThrow();
        ((ObjectNode) shown.at("/discounts/0")).put("discount_cents", 101);
        found(ApprovalsWereGiven.class, "order 1, version 5 (DISCOUNTED) needed an approval and has none");
    }

    @Test
    void anApprovalThatIsUsedTwice() {
        Exchange approved = story.journal.get(2);
        story.again(approved);
        replace(story.journal.size() - 1, 200, "another-key", approved.text());
        found(ApprovalsWereGiven.class, "an approval was used twice");
    }

    @Test
    void twoFirstOrdersOnOneTable() {
        story.begin(4, 20);
        story.change(4, "CREATED", CAMILLE, null, order -> order.put("status", "OPEN"));
        found(OneFirstOrderPerTable.class, "orders 2 and 4 were both first on table 20");
    }

    @Test
    void aPaymentOfMoreThanWasDue() {
        replace(
                3,
                201,
                "pay-501",
                ((ObjectNode) story.journal.get(3).json())
                        .put("amount_cents", 1_900)
                        .toString());
        found(PaymentsNeverExceedTheDue.class, "payment 501 of order 1 brought 1900 and left 0");
    }

    @Test
    void aPaymentOfATotalThatWasNoLongerDue() {
        replace(
                3,
                201,
                "pay-501",
                ((ObjectNode) story.journal.get(3).json())
                        .put("left_cents", 1_100)
                        .toString());
        found(PaymentsNeverExceedTheDue.class, "payment 501 of order 1 brought 900 and left 1100");
    }

    @Test
    void anOrderThatClosesForLessThanItsTotal() {
        change(1, 6).put("total_cents", 1_000);
        found(SettledOrdersClose.class, "order 1 was closed at 1000 and 900 were paid");
    }

    @Test
    void aSettledOrderThatStaysOpen() {
        story.paid(2, 502, 3_000);
        found(SettledOrdersClose.class, "order 2 was settled by payment 502 and is still open");
    }

    @Test
    void aCancelledOrderWithMoneyOnIt() {
        story.paid(2, 502, 1_000);
        story.change(2, "CANCELLED", SOPHIE, SOPHIE, order -> {
            order.put("status", "CANCELLED");
            order.path("items").forEach(each -> ((ObjectNode) each).put("state", "VOIDED"));
        });
        found(SettledOrdersClose.class, "order 2 was cancelled");
    }

    @Test
    void aReplayWithAnotherAnswer() {
        replace(1, 201, "key-1", story.journal.get(1).text().replace("ref-1", "ref-9"));
        found(OneKeyOneEffect.class, "the same request got another answer");
    }

    @Test
    void aReplayThatIsRefused() {
        replace(1, 409, "key-1", Story.problem(409, "TABLE_OCCUPIED").toString());
        found(OneKeyOneEffect.class, "after 201 the key was answered with");
    }

    @Test
    void aUsedKeyMayBeToldToComeLater() {
        replace(1, 409, "key-1", Story.problem(409, "REQUEST_IN_PROGRESS").toString());
        assertThat(Checker.findings(story.evidence())).noneMatch(finding -> finding.startsWith("OneKeyOneEffect"));
    }

    @Test
    void anotherRequestUnderAUsedKey() {
        Exchange first = story.journal.getFirst();
        story.journal.add(new Exchange(
                first.who(),
                first.method(),
                first.path(),
                PLACE_THREE,
                first.key(),
                story.tick(),
                story.tick(),
                201,
                true,
                first.contentType(),
                first.text()));
        found(OneKeyOneEffect.class, "another request under a used key was carried out");
    }

    @Test
    void aReplayMayOvertakeTheAnswerThatItReplaysButNotBeCarriedOutAgain() {
        Exchange first = story.journal.removeFirst();
        story.journal.removeIf(exchange -> first.key().equals(exchange.key()));
        Instant overtaken = first.sent().plusMillis(1);
        story.journal.add(answered(first, first.sent(), first.answered(), false));
        story.journal.add(answered(first, first.sent(), overtaken, true));
        assertThat(Checker.findings(story.evidence())).isEmpty();

        story.journal.add(answered(first, first.answered(), first.answered().plusMillis(1), false));
        found(OneKeyOneEffect.class, "the same request was carried out again");
    }

    private static Exchange answered(Exchange as, Instant sent, Instant answered, boolean replayed) {
        return new Exchange(
                as.who(),
                as.method(),
                as.path(),
                as.body(),
                as.key(),
                sent,
                answered,
                as.status(),
                replayed,
                as.contentType(),
                as.text());
    }

    @Test
    void aStepOfAnotherTime() {
        ObjectNode last = (ObjectNode) story.histories.get(1L).getLast();
        last.put("at", story.now().plus(Duration.ofHours(1)).toString());
        found(HistoryIsOfItsTime.class, "order 1: version 6 (CLOSED) is dated");
        last.put("at", story.now().minus(Duration.ofDays(1)).toString());
        found(HistoryIsOfItsTime.class, "order 1: version 6 (CLOSED) is dated");
    }

    @Test
    void anInternalError() {
        story.answered(CAMILLE, "GET", "/api/tables", null, null, 500, Story.problem(500, "INTERNAL_ERROR"));
        found(RefusalsAreDocumented.class, "an internal error");
    }

    @Test
    void aRefusalThatIsNotDocumented() {
        story.answered(CAMILLE, "GET", "/api/tables", null, null, 409, Story.problem(409, "NOT_FOUND"));
        found(RefusalsAreDocumented.class, "a code that is not documented with that status");
    }

    @Test
    void aStrangerWhoIsAnswered() {
        story.answered(NOE, "GET", "/api/orders/1/history", null, null, 200, Story.node());
        found(NobodySeesAnotherRestaurant.class, "something of another restaurant was answered");
        story.answered(NOE, "GET", "/api/orders", null, null, 200, story.orders.get(1L));
        found(NobodySeesAnotherRestaurant.class, "an answer shows another restaurant");
    }

    @Test
    void anEventThatIsMissing() {
        story.floor.remove(2);
        found(EveryEventIsShownInOrder.class, "order 1 has versions up to 6, shown were [1, 2, 4, 5, 6]");
    }

    @Test
    void eventsInTheWrongOrder() {
        JsonNode second = story.floor.remove(1);
        story.floor.add(2, second);
        found(EveryEventIsShownInOrder.class, "was shown after");
    }

    @Test
    void anEventThatComesTwiceIsNoFinding() {
        story.floor.addAll(List.copyOf(story.floor));
        assertThat(Checker.findings(story.evidence())).isEmpty();
    }

    @Test
    void aDishThatIsOversold() {
        story.begin(4, 21);
        story.change(4, "CREATED", CAMILLE, null, order -> {
            order.put("status", "OPEN");
            items(order).add(item(41, 2, "SENT"));
        });
        found(PortionsAreNeverOversold.class, "dish 1 had 6 portions, and 7 were sold");
    }
}
