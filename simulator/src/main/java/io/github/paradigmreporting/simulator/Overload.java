package io.github.paradigmreporting.simulator;

/** What happens to requests beyond those that are worked on at once. */
public enum Overload {
    /** They wait for their turn. The default. */
    QUEUED,
    /** They get status 503 and a gateway's page. */
    REFUSED
}
