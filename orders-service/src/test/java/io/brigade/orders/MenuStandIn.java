package io.brigade.orders;

import io.brigade.platform.fixture.StandInServer;
import io.brigade.platform.fixture.StandInServer.Reply;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands where menu-service stands, so that orders-service can be tested alone. What it answers is held against
 * menu-service's own document by {@code CarteContractTest}; the real one is used in system-tests.
 */
public class MenuStandIn implements QuarkusTestResourceLifecycleManager {

    /** Dishes of the stand-in's carte. */
    public static final int SOUP = 1;

    public static final int STEAK = 2;
    public static final int WINE = 3;
    public static final int SOLD_OUT_TART = 4;
    /** Counted: as many portions as {@link #setPortions} said. */
    public static final int DISH_OF_THE_DAY = 5;
    /** A set menu: soup or wine, then steak with a supplement or the dish of the day. */
    public static final int MARKET_MENU = 1;
    /** Options of the steak: one cooking is required, up to two sides may be chosen. */
    public static final int RARE = 11;

    public static final int MEDIUM = 12;
    public static final int GRATIN = 21;

    private static volatile boolean away;
    private static volatile boolean soupAvailable = true;
    private static volatile int portions = 1_000;
    private static final AtomicInteger PORTIONS_SET = new AtomicInteger(1);
    private static final AtomicInteger VERSION = new AtomicInteger(1);

    private static volatile StandInServer server;

    /** Makes menu-service refuse to answer, or answer again. */
    public static void setAway(boolean isAway) {
        away = isAway;
    }

    /** Soup is sold out or back on, as of the next version. */
    public static void setSoupAvailable(boolean available) {
        soupAvailable = available;
        VERSION.incrementAndGet();
    }

    /** The kitchen counts that many portions of the dish of the day, as of the next version. */
    public static void setPortions(int left) {
        portions = left;
        PORTIONS_SET.incrementAndGet();
        VERSION.incrementAndGet();
    }

    /** A header of the last request to menu-service. */
    public static String lastHeader(String name) {
        return server.lastHeader(name);
    }

    /** What GET /api/menu answers. */
    public static String carte() {
        return """
                {"restaurant_id": 1, "version": %d, "currency": "EUR", "languages": ["fr"],
                 "categories": [{"category_id": 1, "name": "Tout", "translations": {}, "position": 1, "version": 0, "dishes": [
                  {"dish_id": 1, "name": "Soupe à l'oignon", "description": "", "translations": {}, "category_id": 1, "position": 1, "unit_price_cents": 950, "version": 0,
                   "vat_rates_bp": {"DINE_IN": 1000, "TAKEAWAY": 1000, "DELIVERY": 1000},
                   "target_seconds": 600, "timed_prices": [], "portions_left": null, "portions_set": null, "station": "HOT", "course": 1, "allergens": ["MILK"], "available": %b, "option_group_ids": []},
                  {"dish_id": 2, "name": "Entrecôte", "description": "", "translations": {}, "category_id": 1, "position": 1, "unit_price_cents": 2650, "version": 0,
                   "vat_rates_bp": {"DINE_IN": 1000, "TAKEAWAY": 1000, "DELIVERY": 1000},
                   "target_seconds": 600, "timed_prices": [], "portions_left": null, "portions_set": null, "station": "HOT", "course": 2, "allergens": [], "available": true, "option_group_ids": [1, 2]},
                  {"dish_id": 3, "name": "Verre de Morgon", "description": "", "translations": {}, "category_id": 1, "position": 1, "unit_price_cents": 650, "version": 0,
                   "vat_rates_bp": {"DINE_IN": 2000, "TAKEAWAY": 2000, "DELIVERY": 2000},
                   "target_seconds": 600, "timed_prices": [], "portions_left": null, "portions_set": null, "station": "BAR", "course": 0, "allergens": ["SULPHITES"], "available": true, "option_group_ids": []},
                  {"dish_id": 4, "name": "Tarte", "description": "", "translations": {}, "category_id": 1, "position": 1, "unit_price_cents": 800, "version": 0,
                   "vat_rates_bp": {"DINE_IN": 1000, "TAKEAWAY": 550, "DELIVERY": 550},
                   "target_seconds": 600, "timed_prices": [], "portions_left": null, "portions_set": null, "station": "PASTRY", "course": 3, "allergens": [], "available": false, "option_group_ids": []},
                  {"dish_id": 5, "name": "Plat du jour", "description": "", "translations": {}, "category_id": 1, "position": 1, "unit_price_cents": 1600, "version": 0,
                   "vat_rates_bp": {"DINE_IN": 1000, "TAKEAWAY": 1000, "DELIVERY": 1000},
                   "target_seconds": null, "timed_prices": [], "portions_left": %d, "portions_set": %d, "station": "HOT",
                   "course": 2, "allergens": ["NUTS"], "available": true, "option_group_ids": []}]}],
                 "option_groups": [
                  {"option_group_id": 1, "name": "Cuisson", "translations": {}, "version": 0, "min": 1, "max": 1, "options": [
                   {"option_id": 11, "name": "Saignant", "translations": {}, "price_cents": 0}, {"option_id": 12, "name": "À point", "translations": {}, "price_cents": 0}]},
                  {"option_group_id": 2, "name": "Accompagnement", "translations": {}, "version": 0, "min": 0, "max": 2, "options": [
                   {"option_id": 21, "name": "Gratin", "translations": {}, "price_cents": 250}]}],
                 "formules": [{"formule_id": 1, "name": "Menu du marché", "description": "",
                  "translations": {}, "position": 1, "version": 0, "unit_price_cents": 2400, "timed_prices": [],
                  "available": true, "steps": [
                   {"name": "Pour commencer", "translations": {}, "min": 0, "max": 1, "choices": [
                    {"dish_id": 1, "supplement_cents": 0}, {"dish_id": 3, "supplement_cents": 0}]},
                   {"name": "Plat", "translations": {}, "min": 1, "max": 1, "choices": [
                    {"dish_id": 2, "supplement_cents": 300}, {"dish_id": 5, "supplement_cents": 0}]}]}]}
                """.formatted(VERSION.get(), soupAvailable, portions, PORTIONS_SET.get());
    }

    @Override
    public Map<String, String> start() {
        server = new StandInServer("/api/menu", _ -> away ? Reply.bare(503) : current());
        return Map.of("brigade.menu.url", server.url());
    }

    @Override
    public void stop() {
        server.close();
    }

    private static Reply current() {
        return new Reply(200, Map.of("ETag", "\"v" + VERSION + "\""), carte());
    }
}
