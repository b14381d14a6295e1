package io.brigade.platform.rules;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a service's OpenAPI document against the committed one: the wire never changes by accident. */
public final class CommittedOpenApi {

    private static final Path FILE = Path.of("openapi.yaml");

    private CommittedOpenApi() {}

    /** Fails when they differ. With {@code -Dbrigade.openapi.update} the committed one is written anew instead. */
    public static void check() throws IOException {
        String served = given().get("/openapi").then().statusCode(200).extract().asString();
        if (System.getProperty("brigade.openapi.update") != null) {
            Files.writeString(FILE, served);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as("openapi.yaml is not what the service serves; if the change is meant, run"
                        + " ./brigade test -Dbrigade.openapi.update and commit the file")
                .isEqualTo(served);
    }
}
