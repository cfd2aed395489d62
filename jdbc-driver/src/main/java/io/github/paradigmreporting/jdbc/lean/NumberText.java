package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's TO_CHAR of numbers, without Roman numbers and powers of ten. */
final class NumberText {
    /** What a character of the result stands for. */
    private enum Part {
        NINE,
        ZERO,
        GROUP,
        POINT,
        SIGN,
        MINUS,
        PLUS,
        BRACKETS,
        ORDINAL,
        TEXT
    }

    private record Piece(Part part, String text) {}

    private final List<Piece> pieces = new ArrayList<>();
    private boolean bare;

    private NumberText(String format) {
        for (int i = 0; i < format.length(); ) {
            i += piece(format, i);
        }
    }

    static String of(BigDecimal number, String format) {
        return new NumberText(Bounds.text(format, ValueException.Kind.BAD_VALUE, "format")).text(number);
    }

    /** Reads a piece; how many characters of the format it takes. */
    private int piece(String format, int at) {
        String rest = format.substring(at).toUpperCase(Locale.ROOT);
        for (String unsupported : List.of("EEEE", "RN", "V")) {
            if (rest.startsWith(unsupported)) {
                throw new ValueException(
                        ValueException.Kind.UNSUPPORTED, "TO_CHAR of a number does not know " + unsupported);
            }
        }
        if (rest.startsWith("FM")) {
            bare = true;
            return 2;
        }
        if (rest.startsWith("\"")) {
            int end = format.indexOf('"', at + 1);
            pieces.add(new Piece(Part.TEXT, format.substring(at + 1, end < 0 ? format.length() : end)));
            return (end < 0 ? format.length() : end + 1) - at;
        }
        if (rest.startsWith("TH")) {
            return add(Part.ORDINAL, format.substring(at, at + 2), 2);
        }
        if (rest.startsWith("MI") || rest.startsWith("PL") || rest.startsWith("SG") || rest.startsWith("PR")) {
            Part part = rest.startsWith("MI")
                    ? Part.MINUS
                    : rest.startsWith("PL") ? Part.PLUS : rest.startsWith("SG") ? Part.SIGN : Part.BRACKETS;
            return add(part, "", 2);
        }
        return switch (rest.charAt(0)) {
            case '9' -> add(Part.NINE, "", 1);
            case '0' -> add(Part.ZERO, "", 1);
            case ',', 'G' -> add(Part.GROUP, ",", 1);
            case '.', 'D' -> add(Part.POINT, ".", 1);
            case 'S' -> add(Part.SIGN, "", 1);
            case 'L' -> add(Part.TEXT, " ", 1);
            default -> add(Part.TEXT, format.substring(at, at + 1), 1);
        };
    }

    private int add(Part part, String text, int length) {
        pieces.add(new Piece(part, text));
        return length;
    }

    private String text(BigDecimal number) {
        int point = index(Part.POINT);
        int before = digits(0, point);
        int after = digits(point, pieces.size());
        BigDecimal rounded = number.abs().setScale(after, RoundingMode.HALF_UP);
        boolean negative = number.signum() < 0 && rounded.signum() != 0;
        String plain = rounded.toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        String fraction = dot < 0 ? "" : plain.substring(dot + 1);
        boolean tooLong = whole.length() > before && !(before == 0 && whole.equals("0"));
        boolean none = whole.equals("0") && point < pieces.size();
        int firstZero = firstZero(point, before);
        int from = Math.min(before - (none ? 0 : whole.length()), firstZero);
        StringBuilder out = new StringBuilder();
        int start = -1;
        int position = 0;
        int places = 0;
        int shown = shown(point, fraction);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            switch (piece.part) {
                case NINE, ZERO -> {
                    if (i < point) {
                        boolean digit = position >= from || tooLong;
                        start = digit && start < 0 ? out.length() : start;
                        int at = position - (before - whole.length());
                        out.append(tooLong ? "#" : digit ? at < 0 ? "0" : whole.charAt(at) : bare ? "" : " ");
                        position++;
                    } else {
                        out.append(tooLong ? "#" : places < shown ? fraction.charAt(places) : "");
                        places++;
                    }
                }
                case GROUP -> out.append(position > from || tooLong ? piece.text : bare ? "" : " ");
                case POINT -> {
                    start = start < 0 ? out.length() : start;
                    out.append(piece.text);
                }
                case SIGN -> out.append(i > 0 && start >= 0 ? negative ? "-" : "+" : "");
                case MINUS -> out.append(negative ? "-" : bare ? "" : " ");
                case PLUS -> out.append(negative ? bare ? "" : " " : "+");
                case ORDINAL -> out.append(negative ? "" : MomentText.ordinal(whole, piece.text));
                case BRACKETS -> out.append(negative ? ">" : bare ? "" : " ");
                case TEXT -> out.append(piece.text);
            }
        }
        return signed(out, Math.max(start, 0), negative);
    }

    private int index(Part part) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).part == part) {
                return i;
            }
        }
        return pieces.size();
    }

    private int digits(int from, int to) {
        return (int) pieces.subList(from, to).stream()
                .filter(piece -> piece.part == Part.NINE || piece.part == Part.ZERO)
                .count();
    }

    /** From which digit before the point on zeros are written. */
    private int firstZero(int point, int before) {
        int position = 0;
        for (Piece piece : pieces.subList(0, point)) {
            if (piece.part == Part.ZERO) {
                return position;
            }
            position += piece.part == Part.NINE ? 1 : 0;
        }
        return before;
    }

    /** How many places behind the point are written: with FM none for zeros at the end that only a 9 stands for. */
    private int shown(int point, String fraction) {
        int shown = fraction.length();
        List<Piece> behind = pieces.subList(point, pieces.size()).stream()
                .filter(piece -> piece.part == Part.NINE || piece.part == Part.ZERO)
                .toList();
        while (bare && shown > 0 && fraction.charAt(shown - 1) == '0' && behind.get(shown - 1).part == Part.NINE) {
            shown--;
        }
        return shown;
    }

    /** Where the format has no place for the sign, it stands before the first digit. */
    private String signed(StringBuilder out, int start, boolean negative) {
        boolean placed = index(Part.MINUS) < pieces.size() || index(Part.PLUS) < pieces.size();
        int sign = index(Part.SIGN);
        boolean leading = sign < pieces.size() && digits(0, sign) == 0;
        if (leading) {
            return out.insert(start, negative ? "-" : "+").toString();
        }
        if (placed || sign < pieces.size()) {
            return out.toString();
        }
        boolean brackets = index(Part.BRACKETS) < pieces.size();
        String before = negative ? brackets ? "<" : "-" : bare ? "" : " ";
        return out.insert(negative ? start : 0, before).toString();
    }
}
