package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a consumer stands: the feed's state of each company, and of slices sent in part, what was sent. As text, one line
 * each. Not safe for threads.
 */
final class Positions {
    private static final String FORMAT = "paradigm-reporting-position 1";
    private static final String STATE = "state";
    private static final String SENT = "sent";
    private static final String NO_DAY = "-";

    private final Map<Long, FeedState> states = new TreeMap<>();
    private final Map<SliceKey, SentSlice> sent = new LinkedHashMap<>();

    /** The states, for the feed. */
    Map<Long, FeedState> states() {
        return Map.copyOf(states);
    }

    /** What was sent of a slice already. */
    SentSlice sent(SliceKey slice) {
        return sent.getOrDefault(slice, SentSlice.NOTHING);
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

    void move(Position position) {
        SentSlice part = position.sent();
        FeedState state = position.state();
        if (part != null) {
            sent.put(position.slice(), part);
        } else {
            sent.remove(position.slice());
        }
        if (state != null) {
            states.put(position.slice().companyId(), state);
        }
    }

    Positions copy() {
        Positions copy = new Positions();
        copy.states.putAll(states);
        copy.sent.putAll(sent);
        return copy;
    }

    String encode() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        states.forEach((company, state) -> text.append(STATE + " ")
                .append(company)
                .append(' ')
                .append(state.encode())
                .append('\n'));
        sent.forEach((slice, digests) -> text.append(SENT + " ")
                .append(slice.companyId())
                .append(' ')
                .append(slice.day() == null ? NO_DAY : slice.day())
                .append(' ')
                .append(digests.encode())
                .append('\n'));
        return text.toString();
    }

    /** What was encoded; nothing yet for null. */
    static Positions decode(@Nullable String text) {
        Positions positions = new Positions();
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
        } else if (words[0].equals(SENT) && words.length == 4) {
            LocalDate day = words[2].equals(NO_DAY) ? null : LocalDate.parse(words[2]);
            sent.put(new SliceKey(Long.parseLong(words[1]), day), SentSlice.decode(words[3]));
        } else {
            throw new IllegalArgumentException("the saved position has a line that is not understood: '"
                    + line.substring(0, Math.min(40, line.length()))
                    + "'; restore it, or use another stateKey to send everything again from startDate");
        }
    }
}
