package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a consumer stands: the feed's state of each company. As text, one line each. Not safe for threads.
 *
 * @param <R> the row type
 */
final class Positions<R extends Row> {
    private static final String FORMAT = "paradigm-reporting-position 1";
    private static final String STATE = "state";
    /** How the first versions kept what was sent of a day in part; those rows come once more. */
    private static final String SENT = "sent";

    /**
     * Most rows of a company told in part before the state takes them in, which costs a walk over the rows of the day and a
     * hash of each row. Most slices are complete before that, so that nothing of it is needed; more would cost memory.
     */
    private static final int MOST_TOLD = 10_000;

    private final Report<R> report;
    private final Map<Long, FeedState> states = new TreeMap<>();
    /** What was told of slices that are not complete and is not in the states yet. */
    private final Map<Long, List<Change<R>>> told = new HashMap<>();

    Positions(Report<R> report) {
        this.report = report;
    }

    /** The states, for the feed. */
    Map<Long, FeedState> states() {
        settle();
        return Map.copyOf(states);
    }

    /** The newest day that is settled for every company seen, or null. */
    @Nullable
    LocalDate watermark() {
        LocalDate oldest = null;
        for (Map.Entry<Long, FeedState> state : states.entrySet()) {
            LocalDate settled = state.getValue().settledThrough();
            if (state.getKey() == Feed.ALL_COMPANIES) {
                continue;
            }
            if (settled == null) {
                return null;
            }
            oldest = oldest == null || settled.isBefore(oldest) ? settled : oldest;
        }
        return oldest;
    }

    void move(Position<R> position) {
        long company = position.companyId();
        FeedState state = position.state();
        if (state != null) {
            told.remove(company);
            states.put(company, state);
            return;
        }
        List<Change<R>> parts = told.computeIfAbsent(company, id -> new ArrayList<>());
        parts.addAll(position.told());
        if (parts.size() >= MOST_TOLD) {
            settle();
        }
    }

    /** As if nothing had been told of a day and those after it. */
    void rewind(LocalDate day) {
        settle();
        states.replaceAll((company, state) -> state.rewind(day));
    }

    private void settle() {
        told.forEach((company, parts) -> states.put(company, FeedState.partly(report, states.get(company), parts)));
        told.clear();
    }

    Positions<R> copy() {
        settle();
        Positions<R> copy = new Positions<>(report);
        copy.states.putAll(states);
        return copy;
    }

    String encode() {
        settle();
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        states.forEach((company, state) -> text.append(STATE + " ")
                .append(company)
                .append(' ')
                .append(state.encode())
                .append('\n'));
        return text.toString();
    }

    /** What was encoded; nothing yet for null. */
    static <R extends Row> Positions<R> decode(Report<R> report, @Nullable String text) {
        Positions<R> positions = new Positions<>(report);
        if (text == null) {
            return positions;
        }
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(FORMAT) || !lines[lines.length - 1].isEmpty()) {
            throw new IllegalArgumentException(
                    "the saved position is damaged or was written by a newer version: it begins"
                            + " with '" + lines[0].substring(0, Math.min(40, lines[0].length()))
                            + "'; restore it, or use another stateKey to send everything again from startDate");
        }
        for (int i = 1; i < lines.length - 1; i++) {
            positions.read(lines[i]);
        }
        return positions;
    }

    private void read(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals(STATE) && words.length == 3) {
            states.put(Long.valueOf(words[1]), FeedState.decode(words[2]));
        } else if (!words[0].equals(SENT)) {
            throw new IllegalArgumentException("the saved position has a line that is not understood: '"
                    + line.substring(0, Math.min(40, line.length()))
                    + "'; restore it, or use another stateKey to send everything again from startDate");
        }
    }
}
