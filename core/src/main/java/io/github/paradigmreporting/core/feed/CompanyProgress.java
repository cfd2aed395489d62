package io.github.paradigmreporting.core.feed;

/** One company's state while a pass goes on: as it is now, and as the caller last got it. Not safe for threads. */
final class CompanyProgress {
    private final long company;
    private FeedState state;
    private FeedState given;

    /** Knows what the caller has saved. */
    CompanyProgress(long company, FeedState saved) {
        this.company = company;
        this.state = saved;
        this.given = saved;
    }

    long company() {
        return company;
    }

    FeedState state() {
        return state;
    }

    /** Moves on; the caller learns of it with the next delta. */
    void moveTo(FeedState next) {
        state = next;
    }

    /** The state, for a delta. */
    FeedState give() {
        given = state;
        return state;
    }

    boolean mustBeGiven() {
        return !state.equals(given);
    }
}
