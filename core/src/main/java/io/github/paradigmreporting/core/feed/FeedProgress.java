package io.github.paradigmreporting.core.feed;

/**
 * How far a pass is, in requests. The total may grow when a company appears whose history is still to be read.
 *
 * @param windowsDone windows read completely
 * @param windowsTotal windows of the whole pass, as far as known
 */
public record FeedProgress(int windowsDone, int windowsTotal) {}
