package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a consumer stands: the feed's state of each company, and how many rounds of revisions there were. As text, one line each, which is written and read line by line,
 * since half a million rows that may still change are six megabytes. Not safe for threads.
 *
 * @param <R> the row type
 */
final class Positions<R extends Row> {
    private static final String FORMAT = "paradigm-reporting-position 1";
    private static final String STATE = "state";
    private static final String ROUND = "round";
    /** How the first versions kept what was sent of a day in part; those rows come once more. */
    private static final String SENT = "sent";

    /**
     * Most rows of a company told in part before the state takes them in, which costs a walk over the rows of the day and a
     * hash of each row. Most slices are complete before that, so that nothing of it is needed; more would cost memory.
     */
    private static final int MOST_TOLD = 10_000;

    private final Report<R> report;
    private final Steps<R> steps = new Steps<>();

    Positions(Report<R> report) {
        this.report = report;
    }

    /** The states, for the feed. */
    Map<Long, FeedState> states() {
        settle();
        return Map.copyOf(steps.states());
    }

    /** The state of a company that is known. */
    FeedState state(long company) {
        settle();
        return Objects.requireNonNull(steps.states().get(company), "company " + company);
    }

    Set<Long> companies() {
        settle();
        return Set.copyOf(steps.states().keySet());
    }

    /** The newest day that is settled for every company seen, or null. */
    @Nullable
    LocalDate watermark() {
        LocalDate oldest = null;
        for (Map.Entry<Long, FeedState> state : steps.states().entrySet()) {
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
        steps.add(position);
        if (rowsApart(position.companyId()) >= MOST_TOLD) {
            settle();
        }
    }

    /** How many rows of a company are kept as they came, since its state has not taken them in yet. */
    int rowsApart(long company) {
        List<Change<R>> parts = steps.told().get(company);
        return parts == null ? 0 : parts.size();
    }

    /** The last round of revisions that has ended; 0 when none was ever counted. */
    long round() {
        return steps.round();
    }

    void endRound(long round) {
        steps.lastRound().set(round);
    }

    /** A step that was kept as text. */
    void move(long company, String state) {
        move(Position.after(company, FeedState.decode(state)));
    }

    /** What was told of a company, kept as text. */
    void tell(long company, String told) {
        settle();
        move(Position.after(company, FeedState.partly(steps.states().get(company), told)));
    }

    /** As if nothing had been told of a day and those after it. */
    void rewind(LocalDate day) {
        settle();
        steps.states().replaceAll((company, state) -> state.rewind(day));
    }

    private void settle() {
        Map<Long, FeedState> states = steps.states();
        steps.told()
                .forEach((company, parts) -> states.put(company, FeedState.partly(report, states.get(company), parts)));
        steps.told().clear();
    }

    Positions<R> copy() {
        settle();
        Positions<R> copy = new Positions<>(report);
        copy.steps.states().putAll(steps.states());
        copy.steps.lastRound().set(round());
        return copy;
    }

    /** All of it as text. */
    String encode() {
        StringBuilder text = new StringBuilder();
        try {
            encode(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    void encode(Appendable out) throws IOException {
        settle();
        out.append(FORMAT).append('\n');
        if (round() > 0) {
            out.append(ROUND + " ").append(Long.toString(round())).append('\n');
        }
        for (Map.Entry<Long, FeedState> state : steps.states().entrySet()) {
            out.append(STATE + " ").append(state.getKey().toString()).append(' ');
            out.append(state.getValue().encode()).append('\n');
        }
    }

    /** What was encoded; nothing yet for null. */
    static <R extends Row> Positions<R> decode(Report<R> report, @Nullable String text) {
        if (text == null) {
            return new Positions<>(report);
        }
        if (!text.endsWith("\n")) {
            throw damaged(text);
        }
        return decode(report, text.lines().iterator());
    }

    static <R extends Row> Positions<R> decode(Report<R> report, Iterator<String> lines) {
        Positions<R> positions = new Positions<>(report);
        String first = lines.hasNext() ? lines.next() : "";
        if (!first.equals(FORMAT)) {
            throw damaged(first);
        }
        while (lines.hasNext()) {
            positions.read(lines.next());
        }
        return positions;
    }

    private static IllegalArgumentException damaged(String text) {
        return new IllegalArgumentException("the saved position is damaged or was written by a newer version: it begins"
                + " with '" + text.substring(0, Math.min(40, text.length()))
                + "'; restore it, or use another stateKey to send everything again from startDate");
    }

    private void read(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals(STATE) && words.length == 3) {
            move(Long.parseLong(words[1]), words[2]);
        } else if (words[0].equals(ROUND) && words.length == 2) {
            endRound(Long.parseLong(words[1]));
        } else if (!words[0].equals(SENT)) {
            throw new IllegalArgumentException("the saved position has a line that is not understood: '"
                    + line.substring(0, Math.min(40, line.length()))
                    + "'; restore it, or use another stateKey to send everything again from startDate");
        }
    }
}
