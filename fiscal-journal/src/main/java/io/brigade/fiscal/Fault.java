package io.brigade.fiscal;

/** In which way a journal is broken. */
public enum Fault {
    EDITED("its content was changed: it does not have its hash any more"),
    REMOVED("one or more entries before it were removed"),
    SWAPPED("it does not stand in its place: entries were swapped"),
    TRUNCATED("the journal ends before it: entries were removed from the end, or an older copy was restored"),
    RESIGNED("it is signed with another key than the trusted one"),
    REHASHED("its hash was computed anew after a change: the signature is not of this content"),
    CLOCK_BACK("it was recorded at an earlier time than the entry before it: the clock was moved back"),
    GAP("its number does not follow, though its chaining does: a number was left out"),
    WRONG_PREVIOUS("it is not chained to the entry before it"),
    OTHER_CHAIN("it belongs to another journal"),
    REWRITTEN("it differs from the head that was kept elsewhere: the journal was continued from an older copy"),
    HEAD_FORGED("the head that was kept elsewhere is not signed with the trusted key"),
    ARCHIVE_ALTERED("the archive is not as it was made");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    /** For people: what was found about the entry. */
    public String meaning() {
        return meaning;
    }
}
