package io.brigade.local;

/** The suite cannot do what was asked; the message says why and, where there is one, what to do about it. */
public final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    /** A failure whose message can be shown to the user as it is. */
    public SuiteException(String message) {
        super(message);
        this.text = message.stripTrailing();
    }

    /** A failure with its technical cause. */
    public SuiteException(String message, Throwable cause) {
        super(message, cause);
        this.text = message.stripTrailing();
    }

    /** What to show to the user. */
    public String text() {
        return text;
    }
}
