package io.brigade.local.demo;

/** A step was not answered as it should be; the message names the step and shows the answer. */
public final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A step with what was expected and what came instead. */
    public StepFailed(String step, String expected, String came) {
        super("Failed: %s%n  expected  %s%n  came      %s".formatted(step, expected, came));
    }

    /** A step with its technical cause. */
    public StepFailed(String step, Throwable cause) {
        super("Failed: %s%n  %s".formatted(step, cause), cause);
    }
}
