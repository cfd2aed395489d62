package io.github.paradigmreporting.examples.demo;

/** Something that the demo itself has to say in one line. */
final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }
}
