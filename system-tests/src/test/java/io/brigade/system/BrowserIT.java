package io.brigade.system;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The web application's screens on a suite that is well. */
@ExtendWith(RunningSuite.class)
class BrowserIT {

    /** CI has no time for all of them; {@code -Dbrigade.browser.specs=kitchen,admin,speed}. */
    private static final String SPECS = System.getProperty("brigade.browser.specs", "story,sign-in,waiter,till");

    @Test
    void screensDoWhatTheirPeopleExpect() throws IOException, InterruptedException {
        Browser.play(SPECS.split(","));
    }
}
