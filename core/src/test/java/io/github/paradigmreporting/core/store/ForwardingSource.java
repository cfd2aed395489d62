package io.github.paradigmreporting.core.store;

/** Another source, whose requests a test sees or changes. */
abstract class ForwardingSource implements WindowSource {
    private final WindowSource source;

    ForwardingSource(WindowSource source) {
        this.source = source;
    }

    @Override
    public String identity() {
        return source.identity();
    }

    @Override
    public int windowDays() {
        return source.windowDays();
    }

    @Override
    public int longestWindowDays() {
        return source.longestWindowDays();
    }

    @Override
    public int maxConcurrentRequests() {
        return source.maxConcurrentRequests();
    }
}
