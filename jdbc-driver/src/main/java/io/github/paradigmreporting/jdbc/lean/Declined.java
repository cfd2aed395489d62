package io.github.paradigmreporting.jdbc.lean;

/** Says that a tree has something in it that closures do not do exactly as Calcite does. Not an error. */
public final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * What is not done.
     *
     * @param what for whoever extends the closures
     */
    public Declined(String what) {
        super(what, null, false, false);
    }
}
