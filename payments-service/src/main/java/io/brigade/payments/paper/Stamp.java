package io.brigade.payments.paper;

import io.brigade.platform.paper.PaperRow;

/** What marks a piece of paper as something else than it looks like. */
public final class Stamp {

    private Stamp() {}

    /** On what a restaurant prints that only practises, so that it is not taken for the real thing (BOI-TVA-DECLA-30-10-30). */
    public static PaperRow training() {
        return new PaperRow(PaperRow.Style.WARNING, "    FACTICE - FORMATION - SANS VALEUR    ");
    }
}
