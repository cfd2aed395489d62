package io.github.paradigmreporting.jdbc.direct;

/** The statement is not one of this tier's. Tells nothing: the tiers that plan it say what is wrong, if anything is. */
final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Declined() {
        super(null, null, false, false);
    }
}
