package io.brigade.orders.platform;

import static io.restassured.RestAssured.given;

import io.brigade.platform.fixture.ManagementPort;

/** This instance's meters, as Prometheus reads them. */
final class Meters {

    private Meters() {}

    static String all() {
        return given().port(ManagementPort.number())
                .get("/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The value of a series, written as it stands there without its value. */
    static double value(String series) {
        return all().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(series.length() + 1).replaceFirst(" #.*", "")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no series " + series));
    }
}
