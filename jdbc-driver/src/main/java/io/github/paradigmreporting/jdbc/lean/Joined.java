package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.rel.core.JoinRelType;
import org.jspecify.annotations.Nullable;

/**
 * A join. The right side is held, by key if there is one; the left side streams. Rows match when their keys are equal and
 * the rest of the condition is true; a NULL in a key matches nothing, unless nulls count as equal.
 */
final class Joined implements Operator {
    /** One side of a join: its rows, how many columns they have, and which of them are the key. */
    static final class Side {
        final Operator rows;
        final int width;
        final int[] keys;

        Side(Operator rows, int width, int[] keys) {
            this.rows = rows;
            this.width = width;
            this.keys = keys;
        }
    }

    private final JoinRelType type;
    private final Side left;
    private final Side right;
    private final boolean[] nullsMatch;
    private final @Nullable Expression rest;

    /**
     * A join.
     *
     * @param nullsMatch for each column of the keys, whether NULL equals NULL
     * @param rest what else must be true of both rows, one after the other
     */
    Joined(JoinRelType type, Side left, Side right, boolean[] nullsMatch, @Nullable Expression rest) {
        this.type = type;
        this.left = left;
        this.right = right;
        this.nullsMatch = nullsMatch;
        this.rest = rest;
    }

    /** A row of the right side, the next with its key, and whether any row of the left side matched. */
    private static final class Held {
        final @Nullable Object[] row;
        final @Nullable Held next;
        boolean matched;

        Held(@Nullable Object[] row, @Nullable Held next) {
            this.row = row;
            this.next = next;
        }
    }

    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> lefts = left.rows.bind(run);
        Supplier<RowStream> rights = right.rows.bind(run);
        return () -> new Rows(run, lefts, rights);
    }

    private final class Rows implements RowStream {
        private final Run run;
        private final Supplier<RowStream> rights;
        private final Supplier<RowStream> lefts;
        private final List<Held> all = new ArrayList<>();
        private final Map<Object, Held> byKey = new HashMap<>();
        private @Nullable Held first;
        private @Nullable RowStream leftRows;
        private @Nullable Object @Nullable [] leftRow;
        private @Nullable Held candidate;
        private boolean matched;
        private int unmatched = -1;
        private final Memory.Held memory;

        Rows(Run run, Supplier<RowStream> lefts, Supplier<RowStream> rights) {
            this.run = run;
            this.memory = run.memory().held();
            this.lefts = lefts;
            this.rights = rights;
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            RowStream rows = leftRows;
            if (rows == null) {
                hold();
                rows = lefts.get();
                leftRows = rows;
            }
            while (unmatched < 0) {
                @Nullable Object[] row = leftRow;
                if (row == null) {
                    row = rows.next();
                    if (row == null) {
                        unmatched = 0;
                        break;
                    }
                    leftRow = row;
                    matched = false;
                    candidate = isOpen(row, left.keys) ? candidates(row) : null;
                }
                Object[] found = found(row);
                if (found != null) {
                    return found;
                }
            }
            return type.generatesNullsOnLeft() ? nextUnmatched() : null;
        }

        /** The next row that comes of a row of the left side; null, and on to the next one, when there is no more. */
        private @Nullable Object @Nullable [] found(@Nullable Object[] row) {
            while (candidate != null) {
                run.check();
                Held held = candidate;
                candidate = held.next;
                @Nullable Object[] both = both(row, held.row);
                if (rest != null && !rest.isTrue(both, run)) {
                    continue;
                }
                matched = true;
                if (type == JoinRelType.ANTI) {
                    break;
                }
                if (type == JoinRelType.SEMI) {
                    leftRow = null;
                    return row;
                }
                held.matched = true;
                return both;
            }
            leftRow = null;
            if (matched) {
                return null;
            }
            return type == JoinRelType.ANTI ? row : type.generatesNullsOnRight() ? both(row, null) : null;
        }

        private @Nullable Object @Nullable [] nextUnmatched() {
            while (unmatched < all.size()) {
                Held held = all.get(unmatched++);
                if (!held.matched) {
                    return both(null, held.row);
                }
            }
            return null;
        }

        private void hold() {
            try (RowStream rows = rights.get()) {
                List<@Nullable Object[]> read = new ArrayList<>();
                for (Object[] row = rows.next(); row != null; row = rows.next()) {
                    run.check();
                    memory.add(row);
                    // Its place among those of its key.
                    memory.add(left.keys.length == 0 ? 32 : 120);
                    read.add(row);
                }
                // From the end, so that each list is in the order of the rows.
                for (int i = read.size() - 1; i >= 0; i--) {
                    hold(read.get(i));
                }
            }
        }

        private void hold(@Nullable Object[] row) {
            Held held;
            if (left.keys.length == 0) {
                held = new Held(row, first);
                first = held;
            } else if (isOpen(row, right.keys)) {
                Object key = Key.of(row, right.keys);
                held = new Held(row, byKey.get(key));
                byKey.put(key, held);
            } else {
                held = new Held(row, null);
            }
            if (type.generatesNullsOnLeft()) {
                all.add(held);
            }
        }

        private @Nullable Held candidates(@Nullable Object[] row) {
            return left.keys.length == 0 ? first : byKey.get(Key.of(row, left.keys));
        }

        /** Whether a row can match any. */
        private boolean isOpen(@Nullable Object[] row, int[] keys) {
            for (int i = 0; i < keys.length; i++) {
                if (row[keys[i]] == null && !nullsMatch[i]) {
                    return false;
                }
            }
            return true;
        }

        private @Nullable Object[] both(@Nullable Object @Nullable [] a, @Nullable Object @Nullable [] b) {
            @Nullable Object[] both = new Object[left.width + right.width];
            if (a != null) {
                System.arraycopy(a, 0, both, 0, left.width);
            }
            if (b != null) {
                System.arraycopy(b, 0, both, left.width, right.width);
            }
            return both;
        }

        @Override
        public void close() {
            memory.close();
            if (leftRows != null) {
                leftRows.close();
            }
        }
    }
}
