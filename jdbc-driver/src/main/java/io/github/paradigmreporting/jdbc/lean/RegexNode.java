package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import java.util.function.IntPredicate;

/** A regular expression, or a part of it. */
sealed interface RegexNode {
    /** Above 0 where as much as possible is to match, below 0 where as little, 0 where nothing says so. */
    default int preference() {
        return 0;
    }

    /** One character. */
    record One(IntPredicate set) implements RegexNode {}

    /** One part after the other. */
    record Sequence(List<RegexNode> parts) implements RegexNode {
        @Override
        public int preference() {
            return parts.stream()
                    .mapToInt(RegexNode::preference)
                    .filter(preference -> preference != 0)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** One of several, the first that leads to a match as long as any. */
    record Choice(List<RegexNode> parts) implements RegexNode {
        @Override
        public int preference() {
            return 1;
        }
    }

    /** Something over and over. */
    record Repeat(RegexNode part, int least, int most, boolean greedy) implements RegexNode {
        /** Any number of times. */
        static final int ANY = Integer.MAX_VALUE;

        @Override
        public int preference() {
            return least == most ? part.preference() : greedy ? 1 : -1;
        }
    }

    /** A part that is remembered under a number. */
    record Group(RegexNode part, int number) implements RegexNode {
        @Override
        public int preference() {
            return part.preference();
        }
    }

    /** The text of a group again. */
    record Back(int number, boolean caseless) implements RegexNode {}

    /** What must follow or precede, or must not. */
    record Look(RegexNode part, boolean wanted, boolean behind) implements RegexNode {}

    /** A place. */
    enum Assertion implements RegexNode {
        BEGIN,
        END,
        LINE_BEGIN,
        LINE_END,
        WORD_EDGE,
        NO_WORD_EDGE,
        WORD_BEGIN,
        WORD_END;

        boolean holds(String text, int at) {
            return switch (this) {
                case BEGIN -> at == 0;
                case END -> at == text.length();
                case LINE_BEGIN -> at == 0 || text.charAt(at - 1) == '\n';
                case LINE_END -> at == text.length() || text.charAt(at) == '\n';
                case WORD_EDGE -> before(text, at) != after(text, at);
                case NO_WORD_EDGE -> before(text, at) == after(text, at);
                case WORD_BEGIN -> !before(text, at) && after(text, at);
                case WORD_END -> before(text, at) && !after(text, at);
            };
        }

        private static boolean before(String text, int at) {
            return at > 0 && RegexParser.isWord(text.codePointBefore(at));
        }

        private static boolean after(String text, int at) {
            return at < text.length() && RegexParser.isWord(text.codePointAt(at));
        }
    }
}
