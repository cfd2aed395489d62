package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads regular expressions as PostgreSQL writes them ("advanced" ones). For one pattern. */
final class RegexParser {
    /** Longest pattern, which bounds the time of reading it. */
    private static final int LONGEST = 32_768;

    /** Largest number in braces, as in PostgreSQL. */
    private static final int MOST_TIMES = 255;

    private static final int END = -1;

    private final String pattern;
    private final int[] points;
    private int at;
    private int groups;
    /** Numbers of the groups whose parenthesis is closed. */
    private final BitSet complete = new BitSet();

    private int looks;
    private boolean caseless;
    private boolean expanded;
    /** Whether dot and negated brackets leave out line breaks. */
    private boolean lineDots;
    /** Whether ^ and $ are at lines, too. */
    private boolean lineEnds;

    private RegexParser(String pattern, String flags) {
        this.pattern = pattern;
        this.points = pattern.codePoints().toArray();
        flags(flags);
    }

    /**
     * The program of a pattern.
     *
     * @param flags letters as REGEXP_REPLACE takes them
     * @throws ValueException when it is no regular expression
     */
    static RegexProgram program(String pattern, String flags) {
        if (pattern.length() > LONGEST) {
            throw new ValueException(
                    ValueException.Kind.BAD_REGULAR_EXPRESSION,
                    "a regular expression of " + pattern.length() + " characters is too long; the longest has "
                            + LONGEST);
        }
        RegexParser parser = new RegexParser(pattern, flags);
        RegexNode read = parser.alternatives();
        if (parser.at < parser.points.length) {
            throw parser.wrong("a parenthesis ) closes none");
        }
        return new RegexProgram(read, parser.groups, pattern);
    }

    private void flags(String flags) {
        for (char flag : flags.toLowerCase(Locale.ROOT).toCharArray()) {
            switch (flag) {
                case 'i' -> caseless = true;
                case 'c' -> caseless = false;
                case 'x' -> expanded = true;
                case 'n', 'm' -> {
                    lineDots = true;
                    lineEnds = true;
                }
                case 's' -> {
                    lineDots = false;
                    lineEnds = false;
                }
                case 'p' -> lineDots = true;
                case 'w' -> lineEnds = true;
                case 'g', 't', 'u' -> {}
                default ->
                    throw new ValueException(
                            ValueException.Kind.BAD_VALUE,
                            "'" + flag
                                    + "' is no flag of a regular expression; there are g, i, c, n, p, w, s, t and x");
            }
        }
    }

    private ValueException wrong(String problem) {
        return new ValueException(
                ValueException.Kind.BAD_REGULAR_EXPRESSION, "'" + pattern + "' is no regular expression: " + problem);
    }

    private int peek() {
        return at < points.length ? points[at] : END;
    }

    private boolean take(String text) {
        int[] wanted = text.codePoints().toArray();
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= points.length || points[at + i] != wanted[i]) {
                return false;
            }
        }
        at += wanted.length;
        return true;
    }

    private RegexNode alternatives() {
        List<RegexNode> all = new ArrayList<>();
        boolean before = caseless;
        do {
            all.add(sequence());
        } while (take("|"));
        caseless = before;
        return all.size() == 1 ? all.get(0) : new RegexNode.Choice(all);
    }

    private RegexNode sequence() {
        List<RegexNode> all = new ArrayList<>();
        skip();
        while (peek() != END && peek() != '|' && peek() != ')') {
            int begin = at;
            RegexNode piece = atom();
            skip();
            RegexNode repeated = piece == null ? null : repeated(piece);
            if (repeated != null) {
                all.add(repeated);
            } else if (at == begin) {
                throw wrong("nothing stands before " + Character.toString(peek()));
            }
            skip();
        }
        return new RegexNode.Sequence(all);
    }

    /** Goes over comments, and over blanks where these mean nothing. */
    private void skip() {
        while (true) {
            if (take("(?#")) {
                while (peek() != ')' && peek() != END) {
                    at++;
                }
                if (!take(")")) {
                    throw wrong("a comment is not closed");
                }
            } else if (expanded && peek() != END && Character.isWhitespace(peek())) {
                at++;
            } else if (expanded && peek() == '#') {
                while (peek() != '\n' && peek() != END) {
                    at++;
                }
            } else {
                return;
            }
        }
    }

    private RegexNode repeated(RegexNode piece) {
        int least;
        int most;
        if (take("*")) {
            least = 0;
            most = RegexNode.Repeat.ANY;
        } else if (take("+")) {
            least = 1;
            most = RegexNode.Repeat.ANY;
        } else if (take("?")) {
            least = 0;
            most = 1;
        } else if (peek() == '{' && at + 1 < points.length && isDigit(points[at + 1])) {
            at++;
            least = times();
            most = take(",") ? peek() == '}' ? RegexNode.Repeat.ANY : times() : least;
            if (!take("}") || (most != RegexNode.Repeat.ANY && most < least)) {
                throw wrong("numbers in braces are {m}, {m,} or {m,n}");
            }
        } else {
            return piece;
        }
        boolean greedy = !take("?");
        skip();
        if (isQuantifier()) {
            throw wrong("a quantifier follows another");
        }
        if (piece instanceof RegexNode.Assertion || piece instanceof RegexNode.Look) {
            throw wrong("what matches no character cannot be repeated");
        }
        return new RegexNode.Repeat(piece, least, most, greedy);
    }

    private boolean isQuantifier() {
        return peek() == '*'
                || peek() == '+'
                || peek() == '?'
                || (peek() == '{' && at + 1 < points.length && isDigit(points[at + 1]));
    }

    private int times() {
        int number = 0;
        int begin = at;
        while (isDigit(peek()) && number <= MOST_TIMES) {
            number = number * 10 + points[at++] - '0';
        }
        if (at == begin || number > MOST_TIMES) {
            throw wrong("a number in braces is at most " + MOST_TIMES);
        }
        return number;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    /** Null for flags, which match nothing. */
    private @Nullable RegexNode atom() {
        int point = points[at];
        if (isQuantifier()) {
            throw wrong("nothing stands before " + Character.toString(point));
        }
        at++;
        return switch (point) {
            case '(' -> group();
            case '.' -> new RegexNode.One(lineDots ? c -> c != '\n' : c -> true);
            case '^' -> lineEnds ? RegexNode.Assertion.LINE_BEGIN : RegexNode.Assertion.BEGIN;
            case '$' -> lineEnds ? RegexNode.Assertion.LINE_END : RegexNode.Assertion.END;
            case '[' -> bracket();
            case '\\' -> escape();
            default -> literal(point);
        };
    }

    private @Nullable RegexNode group() {
        if (peek() != '?') {
            if (looks > 0) {
                return closed();
            }
            int number = ++groups;
            RegexNode inside = closed();
            complete.set(number);
            return new RegexNode.Group(inside, number);
        }
        if (take("?:")) {
            return closed();
        }
        if (take("?=") || take("?!")) {
            boolean wanted = points[at - 1] == '=';
            return look(wanted, false);
        }
        if (take("?<=") || take("?<!")) {
            boolean wanted = points[at - 1] == '=';
            return look(wanted, true);
        }
        int begin = ++at;
        while (Character.isLetter(peek())) {
            at++;
        }
        String flags = new String(points, begin, at - begin);
        if (flags.isEmpty() || !take(")")) {
            throw wrong("(? is followed by :, =, !, <=, <! or flags");
        }
        flags(flags);
        return null;
    }

    /** In it, parentheses only group, and no group is referred to. */
    private RegexNode look(boolean wanted, boolean behind) {
        looks++;
        RegexNode inside = closed();
        looks--;
        return new RegexNode.Look(inside, wanted, behind);
    }

    private RegexNode closed() {
        RegexNode inside = alternatives();
        if (!take(")")) {
            throw wrong("a parenthesis ( is not closed");
        }
        return inside;
    }

    private RegexNode literal(int point) {
        return new RegexNode.One(set(c -> c == point));
    }

    /** A set in the case that counts. */
    private IntPredicate set(IntPredicate exact) {
        return caseless
                ? c -> exact.test(c) || exact.test(Character.toLowerCase(c)) || exact.test(Character.toUpperCase(c))
                : exact;
    }

    private RegexNode escape() {
        int point = peek();
        if (point == END) {
            throw wrong("it ends with a backslash");
        }
        IntPredicate named = shorthand(point);
        if (named != null) {
            at++;
            return new RegexNode.One(named);
        }
        RegexNode assertion =
                switch (point) {
                    case 'y' -> RegexNode.Assertion.WORD_EDGE;
                    case 'Y' -> RegexNode.Assertion.NO_WORD_EDGE;
                    case 'm' -> RegexNode.Assertion.WORD_BEGIN;
                    case 'M' -> RegexNode.Assertion.WORD_END;
                    case 'A' -> RegexNode.Assertion.BEGIN;
                    case 'Z' -> RegexNode.Assertion.END;
                    default -> null;
                };
        if (assertion != null) {
            at++;
            return assertion;
        }
        if (point >= '1' && point <= '9') {
            int begin = at;
            int number = 0;
            while (isDigit(peek())) {
                number = Math.min(number * 10 + points[at++] - '0', LONGEST);
            }
            if (at == begin + 1 || number <= groups) {
                if (!complete.get(number) || looks > 0) {
                    throw wrong("\\" + number + " refers to no group before it, or stands in (?=...) and the like");
                }
                return new RegexNode.Back(number, caseless);
            }
            at = begin;
            return literal(octal());
        }
        return literal(character());
    }

    /** Up to three digits, as long as they make one byte. */
    private int octal() {
        int value = 0;
        int end = at + 3;
        while (at < end && peek() >= '0' && peek() <= '7' && value * 8 + peek() - '0' <= 255) {
            value = value * 8 + points[at++] - '0';
        }
        return value;
    }

    private static @Nullable IntPredicate shorthand(int letter) {
        return switch (letter) {
            case 'd' -> Character::isDigit;
            case 'D' -> c -> !Character.isDigit(c);
            case 's' -> RegexParser::isSpace;
            case 'S' -> c -> !isSpace(c);
            case 'w' -> RegexParser::isWord;
            case 'W' -> c -> !isWord(c);
            default -> null;
        };
    }

    static boolean isWord(int point) {
        return point == '_' || Character.isLetterOrDigit(point);
    }

    private static boolean isSpace(int point) {
        return point == ' ' || (point >= '\t' && point <= '\r') || Character.isSpaceChar(point);
    }

    /** The character that an escape stands for, behind the backslash. */
    private int character() {
        int point = points[at++];
        return switch (point) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'B' -> '\\';
            case 'e' -> 27;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case '0' -> octal();
            case 'c' -> {
                if (peek() == END) {
                    throw wrong("\\c is followed by a letter");
                }
                yield points[at++] & 31;
            }
            case 'u' -> hexadecimal(4, 4);
            case 'U' -> hexadecimal(8, 8);
            case 'x' -> hexadecimal(1, 6);
            default -> {
                if (Character.isLetterOrDigit(point)) {
                    throw wrong("there is no escape \\" + Character.toString(point));
                }
                yield point;
            }
        };
    }

    private int hexadecimal(int least, int most) {
        int value = 0;
        int begin = at;
        while (at < begin + most && Character.digit(peek(), 16) >= 0) {
            value = value * 16 + Character.digit(points[at++], 16);
        }
        if (at < begin + least || !Character.isValidCodePoint(value)) {
            throw wrong("an escape has no character's hexadecimal number");
        }
        return value;
    }

    private RegexNode bracket() {
        if (take("[:<:]]")) {
            return RegexNode.Assertion.WORD_BEGIN;
        }
        if (take("[:>:]]")) {
            return RegexNode.Assertion.WORD_END;
        }
        boolean negated = take("^");
        List<IntPredicate> parts = new ArrayList<>();
        boolean first = true;
        while (first || peek() != ']') {
            first = false;
            IntPredicate named = named();
            if (named != null) {
                parts.add(named);
                continue;
            }
            int from = member();
            int to = from;
            if (peek() == '-' && at + 1 < points.length && points[at + 1] != ']') {
                at++;
                to = member();
            }
            if (to < from) {
                throw wrong("a range in brackets goes backwards");
            }
            int last = to;
            parts.add(from == last ? c -> c == from : c -> c >= from && c <= last);
        }
        at++;
        IntPredicate[] all = parts.toArray(new IntPredicate[0]);
        IntPredicate any = set(c -> {
            for (IntPredicate part : all) {
                if (part.test(c)) {
                    return true;
                }
            }
            return false;
        });
        boolean lines = lineDots;
        return new RegexNode.One(negated ? c -> !any.test(c) && !(lines && c == '\n') : any);
    }

    /** A class such as [:alpha:] or \d, or null. */
    private @Nullable IntPredicate named() {
        if (peek() == '\\' && at + 1 < points.length) {
            IntPredicate named = shorthand(points[at + 1]);
            if (named != null) {
                at += 2;
            }
            return named;
        }
        if (!take("[:")) {
            return null;
        }
        int begin = at;
        while (Character.isLetter(peek())) {
            at++;
        }
        String name = new String(points, begin, at - begin);
        if (!take(":]")) {
            throw wrong("a class in brackets is not closed");
        }
        return switch (name) {
            case "alpha" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "alnum" -> Character::isLetterOrDigit;
            case "word" -> RegexParser::isWord;
            case "upper" -> caseless ? Character::isLetter : Character::isUpperCase;
            case "lower" -> caseless ? Character::isLetter : Character::isLowerCase;
            case "space" -> RegexParser::isSpace;
            case "blank" -> c -> c == ' ' || c == '\t';
            case "punct" -> RegexParser::isPunctuation;
            case "cntrl" -> Character::isISOControl;
            case "xdigit" -> c -> c < 128 && Character.digit(c, 16) >= 0;
            case "print" -> c -> !Character.isISOControl(c);
            case "graph" -> c -> !Character.isISOControl(c) && !isSpace(c);
            case "ascii" -> c -> c < 128;
            default -> throw wrong("there is no class [:" + name + ":]");
        };
    }

    private static boolean isPunctuation(int point) {
        return point > ' ' && !Character.isISOControl(point) && !Character.isLetterOrDigit(point) && !isSpace(point);
    }

    /** A character in brackets. */
    private int member() {
        if (take("[.") || take("[=")) {
            int kind = points[at - 1];
            int point = peek();
            at++;
            if (!take(Character.toString(kind) + "]")) {
                throw wrong("[. or [= is followed by one character");
            }
            return point;
        }
        int point = peek();
        if (point == END) {
            throw wrong("a bracket [ is not closed");
        }
        at++;
        if (point == '\\') {
            if (peek() == END) {
                throw wrong("a bracket [ is not closed");
            }
            return character();
        }
        return point;
    }
}
