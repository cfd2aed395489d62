package io.github.paradigmreporting.examples.demo;

/** One adapter, shown. */
interface Part {
    /** What comes, in a few words. */
    String title();

    /** Shows it; what is opened closes itself through {@code closing}. */
    void show(Instance instance, Screen screen, Closing closing) throws Exception;
}
