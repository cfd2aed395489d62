package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import java.util.Set;

/**
 * One request of a pass.
 *
 * @param window the days
 * @param companies the companies asked for; empty means all
 * @param shared whether it is for everyone in scope and not for a single company that catches up
 * @param recheck whether settled days are compared, too, as far as their rows are remembered
 */
record Ask(Window window, Set<Long> companies, boolean shared, boolean recheck) {}
