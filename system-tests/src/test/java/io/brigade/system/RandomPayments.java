package io.brigade.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How guests pay: by all methods, now and then with a tip, and now and then with too little cash in the hand. */
final class RandomPayments {

    private static final List<String> METHODS = List.of("CARD", "CASH", "MEAL_VOUCHER", "CHEQUE");

    private RandomPayments() {}

    /** That much of the order's bill, at that till. */
    static Map<String, Object> of(long orderId, long cents, String till, Random random) {
        String method = METHODS.get(random.nextInt(METHODS.size()));
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("order_id", orderId);
        payment.put("method", method);
        payment.put("amount_cents", cents);
        payment.put("till", till);
        long tip = method.equals("MEAL_VOUCHER") || random.nextInt(5) > 0 ? 0 : 50;
        if (tip > 0) {
            payment.put("tip_cents", tip);
        }
        if (method.equals("CASH")) {
            payment.put("tendered_cents", Math.max(1, cents + tip + (random.nextInt(10) == 0 ? -1 : 500)));
        }
        return payment;
    }

    /** What always goes, whatever else was taken: by card. */
    static Map<String, Object> byCard(long orderId, long cents, String till) {
        return Map.of("order_id", orderId, "method", "CARD", "amount_cents", cents, "till", till);
    }
}
