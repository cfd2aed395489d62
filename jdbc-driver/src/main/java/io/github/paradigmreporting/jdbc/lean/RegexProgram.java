package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that can be run. The first match from the left counts, and of those the longest; the shortest where the
 * first quantifier is one that prefers few, as in PostgreSQL. A run looks for the wish to stop all the time, and what has failed at a place is not tried there
 * again, so that with texts of usual lengths time grows with the length only. Immutable, safe for threads.
 */
final class RegexProgram {
    /** Most steps of a program, as numbers in braces write them out. */
    private static final int LONGEST = 20_000;

    /** What a program does at a place of a text. */
    private sealed interface Step {}

    private record One(RegexNode.One character) implements Step {}

    /** As many characters as there are, or as few. */
    private record Many(RegexNode.One character, int least, int most, boolean greedy) implements Step {}

    /** Goes on at one step; at the other if that fails. */
    private record Split(int first, int other) implements Step {}

    private record Jump(int to) implements Step {}

    /** Notes the place. */
    private record Save(int slot) implements Step {}

    /** Leaves a loop whose last round has matched nothing. */
    private record Progress(int slot, int exit) implements Step {}

    private record Place(RegexNode.Assertion assertion) implements Step {}

    private record Look(RegexProgram program, boolean wanted, boolean behind) implements Step {}

    private record Back(int number, boolean caseless) implements Step {}

    /** Goes on where a group has matched. */
    private record Matched(int number) implements Step {}

    private record Found() implements Step {}

    private final Step[] steps;
    private final int groups;
    private final int slots;
    /** Whether a step that has failed at a place fails there again: not where it compares with what a group matched. */
    private final boolean repeatable;
    /** Above 0 for the longest match, below 0 for the shortest; 0 where all are as good. */
    private final int preference;

    RegexProgram(RegexNode node, int groups, String pattern) {
        this(node, groups, pattern, node.preference());
    }

    private RegexProgram(RegexNode node, int groups, String pattern, int preference) {
        this.groups = groups;
        this.preference = preference;
        Writer writer = new Writer(groups, pattern);
        writer.write(node);
        writer.add(new Found());
        this.steps = writer.steps.toArray(new Step[0]);
        this.slots = writer.slots;
        this.repeatable = writer.repeatable;
    }

    /** Makes steps of nodes. */
    private static final class Writer {
        private final List<Step> steps = new ArrayList<>();
        private final String pattern;
        private int slots;
        private boolean repeatable = true;

        Writer(int groups, String pattern) {
            this.pattern = pattern;
            this.slots = 2 * (groups + 1);
        }

        void add(Step step) {
            if (steps.size() >= LONGEST) {
                throw new ValueException(
                        ValueException.Kind.BAD_REGULAR_EXPRESSION,
                        "the regular expression '" + pattern + "' is too complex; repeat fewer times");
            }
            steps.add(step);
        }

        void write(RegexNode node) {
            if (node instanceof RegexNode.One one) {
                add(new One(one));
            } else if (node instanceof RegexNode.Sequence sequence) {
                sequence.parts().forEach(this::write);
            } else if (node instanceof RegexNode.Choice choice) {
                choice(choice.parts(), 0);
            } else if (node instanceof RegexNode.Repeat repeat) {
                repeat(repeat);
            } else if (node instanceof RegexNode.Group group) {
                add(new Save(2 * group.number()));
                write(group.part());
                add(new Save(2 * group.number() + 1));
            } else if (node instanceof RegexNode.Back back) {
                repeatable = false;
                add(new Back(back.number(), back.caseless()));
            } else if (node instanceof RegexNode.Look look) {
                add(new Look(new RegexProgram(look.part(), 0, pattern, 0), look.wanted(), look.behind()));
            } else if (node instanceof RegexNode.Assertion assertion) {
                add(new Place(assertion));
            }
        }

        private void choice(List<RegexNode> parts, int from) {
            List<Integer> ends = new ArrayList<>();
            for (int i = from; i < parts.size() - 1; i++) {
                int split = steps.size();
                add(new Split(split + 1, 0));
                write(parts.get(i));
                ends.add(steps.size());
                add(new Jump(0));
                steps.set(split, new Split(split + 1, steps.size()));
            }
            write(parts.get(parts.size() - 1));
            ends.forEach(end -> steps.set(end, new Jump(steps.size())));
        }

        private void repeat(RegexNode.Repeat repeat) {
            if (repeat.part() instanceof RegexNode.One one) {
                add(new Many(one, repeat.least(), repeat.most(), repeat.greedy()));
                return;
            }
            if (repeat.part() instanceof RegexNode.Back back) {
                // A group that matched nothing is not even found no times.
                add(new Matched(back.number()));
            }
            for (int i = 0; i < repeat.least(); i++) {
                write(repeat.part());
            }
            if (repeat.most() == RegexNode.Repeat.ANY) {
                loop(repeat);
                return;
            }
            List<Integer> splits = new ArrayList<>();
            for (int i = repeat.least(); i < repeat.most(); i++) {
                splits.add(steps.size());
                add(new Split(0, 0));
                write(repeat.part());
            }
            splits.forEach(split -> steps.set(split, split(repeat.greedy(), split + 1, steps.size())));
        }

        private void loop(RegexNode.Repeat repeat) {
            int begin = steps.size();
            int slot = slots++;
            add(new Split(0, 0));
            add(new Save(slot));
            write(repeat.part());
            int progress = steps.size();
            add(new Progress(slot, 0));
            add(new Jump(begin));
            steps.set(progress, new Progress(slot, steps.size()));
            steps.set(begin, split(repeat.greedy(), begin + 1, steps.size()));
        }

        private static Split split(boolean greedy, int again, int exit) {
            return greedy ? new Split(again, exit) : new Split(exit, again);
        }
    }

    /** A program with a text. For one thread. */
    final class Matcher {
        private static final int[] NONE = {};

        /** Between two looks for the wish to stop. */
        private static final int OFTEN = 1024;

        /** Most steps times places whose failure is remembered: half a megabyte. */
        private static final long MOST_REMEMBERED = 1L << 22;

        /** Most numbers of what is still to be tried: 64 MB. */
        private static final int MOST_TRIALS = 1 << 24;

        /** Before {@link #trials} number a slot, its value; a step, its place; or a step, its nearest and present place. */
        private static final int WIDTH = 3;

        private final String text;
        private final Runnable check;
        private final int[] places = new int[slots];
        private int[] trials = new int[16 * WIDTH];
        private final int[] tried = new int[2];
        private int top;
        private int count;
        private long @Nullable [] failed;

        private Matcher(String text, Runnable check) {
            this.text = text;
            this.check = check;
            Arrays.fill(places, -1);
        }

        /** The next match from a place on. */
        boolean find(int from) {
            failed = null;
            count = 0;
            for (int start = from; start <= text.length(); start++) {
                boolean half = start > 0
                        && start < text.length()
                        && Character.isLowSurrogate(text.charAt(start))
                        && Character.isHighSurrogate(text.charAt(start - 1));
                if (!half && run(start, -1)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether all of the text matches. */
        boolean matches() {
            return run(0, text.length());
        }

        /** How many groups the pattern has. */
        int groups() {
            return groups;
        }

        int start(int group) {
            return places[2 * group];
        }

        int end(int group) {
            return places[2 * group + 1];
        }

        /** What a group has matched, or null. */
        @Nullable
        String group(int number) {
            int start = start(number);
            int end = end(number);
            return start < 0 || end < 0 ? null : text.substring(start, end);
        }

        private void count() {
            if (++count % OFTEN == 0) {
                check.run();
                boolean often = count > 16 * OFTEN;
                if (often
                        && failed == null
                        && repeatable
                        && (long) steps.length * (text.length() + 1) <= MOST_REMEMBERED) {
                    failed = new long[(int) ((long) steps.length * (text.length() + 1) / 64 + 1)];
                }
            }
        }

        /** Whether a step has begun at a place before: then it has failed there, or what is left of it is still to be tried. */
        private boolean isKnown(int step, int at) {
            if (failed == null) {
                return false;
            }
            int bit = step * (text.length() + 1) + at;
            boolean known = (failed[bit >> 6] & 1L << bit) != 0;
            failed[bit >> 6] |= 1L << bit;
            return known;
        }

        private void later(int kind, int first, int second) {
            if (top + WIDTH > trials.length) {
                if (trials.length * 2 > MOST_TRIALS) {
                    throw new ValueException(
                            ValueException.Kind.OUT_OF_MEMORY,
                            "a regular expression has too many ways to match a text of " + text.length()
                                    + " characters");
                }
                trials = Arrays.copyOf(trials, trials.length * 2);
            }
            trials[top++] = kind;
            trials[top++] = first;
            trials[top++] = second;
        }

        private void save(int slot, int at) {
            later(-1 - slot, places[slot], 0);
            places[slot] = at;
        }

        /** Matches from a place on; where an end is wanted, up to there. */
        private boolean run(int start, int wantedEnd) {
            top = 0;
            Arrays.fill(places, -1);
            int[] found = null;
            int step = 0;
            int at = start;
            while (true) {
                count();
                int next = -1;
                Step now = steps[step];
                if (now instanceof One one) {
                    if (at < text.length()) {
                        int point = text.codePointAt(at);
                        if (one.character().set().test(point)) {
                            at += Character.charCount(point);
                            next = step + 1;
                        }
                    }
                } else if (now instanceof Many many) {
                    int end = isKnown(step, at) ? -1 : many(many, step, at);
                    if (end >= 0) {
                        at = end;
                        next = step + 1;
                    }
                } else if (now instanceof Split split) {
                    if (!isKnown(step, at)) {
                        later(split.other(), at, -1);
                        next = split.first();
                    }
                } else if (now instanceof Jump jump) {
                    next = jump.to();
                } else if (now instanceof Save save) {
                    save(save.slot(), at);
                    next = step + 1;
                } else if (now instanceof Progress progress) {
                    next = places[progress.slot()] == at ? progress.exit() : step + 1;
                } else if (now instanceof Place place) {
                    next = place.assertion().holds(text, at) ? step + 1 : -1;
                } else if (now instanceof Look look) {
                    next = looks(look, at) == look.wanted() ? step + 1 : -1;
                } else if (now instanceof Matched matched) {
                    next = end(matched.number()) >= 0 ? step + 1 : -1;
                } else if (now instanceof Back back) {
                    int end = again(back, at);
                    if (end >= 0) {
                        at = end;
                        next = step + 1;
                    }
                } else if (wantedEnd < 0 || at == wantedEnd) {
                    places[0] = start;
                    places[1] = at;
                    boolean best = preference > 0 ? at == text.length() : at == start;
                    if (wantedEnd >= 0 || preference == 0 || best) {
                        return true;
                    }
                    if (found == null || (preference > 0 ? at > found[1] : at < found[1])) {
                        found = places.clone();
                    }
                }
                if (next < 0) {
                    int[] trial = trial();
                    if (trial.length == 0) {
                        if (found != null) {
                            System.arraycopy(found, 0, places, 0, found.length);
                        }
                        return found != null;
                    }
                    next = trial[0];
                    at = trial[1];
                }
                step = next;
            }
        }

        /** What is to be tried next, and where; empty when nothing is left. */
        private int[] trial() {
            while (top > 0) {
                top -= WIDTH;
                int kind = trials[top];
                int first = trials[top + 1];
                int second = trials[top + 2];
                if (kind < 0) {
                    places[-1 - kind] = first;
                    continue;
                }
                tried[0] = kind;
                tried[1] = first;
                if (second >= 0) {
                    // Of many characters: one fewer, or one more.
                    Many many = (Many) steps[kind];
                    tried[0] = kind + 1;
                    if (many.greedy()) {
                        tried[1] = second - Character.charCount(text.codePointBefore(second));
                        if (tried[1] > first) {
                            later(kind, first, tried[1]);
                        }
                    } else {
                        int point = second < text.length() ? text.codePointAt(second) : -1;
                        if (point < 0 || first == 0 || !many.character().set().test(point)) {
                            continue;
                        }
                        tried[1] = second + Character.charCount(point);
                        if (first > 1) {
                            later(kind, first == RegexNode.Repeat.ANY ? first : first - 1, tried[1]);
                        }
                    }
                }
                return tried;
            }
            return NONE;
        }

        /** Where many characters end first, with the other ends to be tried later; -1 where there are too few. */
        private int many(Many many, int step, int from) {
            int at = from;
            int found = 0;
            int nearest = many.least() == 0 ? from : -1;
            int wanted = many.greedy() ? many.most() : many.least();
            while (found < wanted && at < text.length()) {
                int point = text.codePointAt(at);
                if (!many.character().set().test(point)) {
                    break;
                }
                count();
                at += Character.charCount(point);
                if (++found == many.least()) {
                    nearest = at;
                }
            }
            if (nearest < 0) {
                return -1;
            }
            if (many.greedy()) {
                if (at > nearest) {
                    later(step, nearest, at);
                }
            } else if (many.most() > found) {
                later(step, many.most() == RegexNode.Repeat.ANY ? RegexNode.Repeat.ANY : many.most() - found, at);
            }
            return at;
        }

        private boolean looks(Look look, int at) {
            Matcher inner = look.program().new Matcher(text, check);
            if (!look.behind()) {
                return inner.run(at, -1);
            }
            for (int start = at; start >= 0; start--) {
                count();
                if (inner.run(start, at)) {
                    return true;
                }
            }
            return false;
        }

        /** Where the text of a group ends that stands again at a place; -1 where it does not. */
        private int again(Back back, int at) {
            int start = start(back.number());
            int length = end(back.number()) - start;
            if (start < 0 || length < 0) {
                return -1;
            }
            if (length > OFTEN) {
                check.run();
            }
            return text.regionMatches(back.caseless(), at, text, start, length) ? at + length : -1;
        }
    }

    /**
     * A matcher of a text.
     *
     * @param check fails when the run is to stop
     */
    Matcher matcher(String text, Runnable check) {
        return new Matcher(text, check);
    }
}
