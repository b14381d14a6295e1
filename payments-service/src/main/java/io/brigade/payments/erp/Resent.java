package io.brigade.payments.erp;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many dead entries are on their way again, and how many are still dead. */
record Resent(
        @Schema(examples = "12") long resent,

        @Schema(description = "More than zero where there were more than a call takes.", examples = "0")
        long stillDead) {}
