package io.brigade.fiscal;

/**
 * The first thing that is wrong with a journal.
 *
 * @param sequence number of the entry that it was seen at
 */
public record Finding(long chain, long sequence, Fault fault) {

    @Override
    public String toString() {
        return "chain " + chain + ", entry " + sequence + ": " + fault + ", " + fault.meaning();
    }
}
