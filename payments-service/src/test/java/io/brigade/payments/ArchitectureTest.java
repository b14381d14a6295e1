package io.brigade.payments;

import io.brigade.platform.rules.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRulesHold() {
        ArchitectureRules.check("io.brigade.payments");
    }
}
