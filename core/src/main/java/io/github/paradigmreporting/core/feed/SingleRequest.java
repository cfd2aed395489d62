package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plan for a report that does not count by day: all days wanted, in one request. */
final class SingleRequest implements RequestPlan {
    private final Set<Long> listed;
    private @Nullable Window window;

    SingleRequest(FeedOptions options, Horizon horizon) {
        this.listed = options.companies();
        this.window = horizon.all();
    }

    @Override
    public @Nullable Ask next(Collection<CompanyProgress> parties) {
        Window asked = window;
        window = null;
        return asked == null ? null : new Ask(asked, listed, true, false);
    }

    @Override
    public void blank(Window asked) {
        // There is no other request.
    }

    @Override
    public int left(Collection<CompanyProgress> parties) {
        return window == null ? 0 : 1;
    }
}
