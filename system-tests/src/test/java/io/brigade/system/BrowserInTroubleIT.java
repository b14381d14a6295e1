package io.brigade.system;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A waiter's phone without a network, with an old token, and while instances are killed. */
@Tag("chaos")
@ExtendWith(RunningSuite.class)
class BrowserInTroubleIT {

    @Test
    void nothingThatWasTakenIsLostOrDoubled() throws IOException, InterruptedException {
        Browser.play("offline", "trouble");
    }
}
