package io.github.paradigmreporting.jdbc.lean;

/** Says that no closure computes a call, so that it becomes a {@link GeneratedFunction}. Not an error. */
final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is not computed, for those who extend the closures. */
    Declined(String what) {
        super(what, null, false, false);
    }
}
