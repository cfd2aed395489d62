package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a pass asks for, one request after the other. */
interface RequestPlan {
    /** The next request for parties that are where they are now, or null when nothing is due any more. */
    @Nullable
    Ask next(Collection<CompanyProgress> parties);

    /** The answer for a window had no row for anyone: its days wait for the next pass. */
    void blank(Window window);

    /** How many requests are left, as far as known. */
    int left(Collection<CompanyProgress> parties);
}
