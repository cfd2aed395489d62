package io.github.paradigmreporting.jdbc.dialect;

import java.util.Set;

/** Names of types as other databases write them. */
final class TypeNames {
    /** What a type without fields becomes: the parser knows INTERVAL with a unit only. */
    static final String INTERVAL = "\"INTERVAL\"";

    private static final Set<String> MOMENTS = Set.of("DATE", "TIME", "TIMESTAMP", "DATETIME", "TIMESTAMPTZ", "TIMETZ");

    private static final Set<String> LITERALS = Set.of(
            "TEXT",
            "VARCHAR",
            "CHAR",
            "BPCHAR",
            "INT2",
            "INT4",
            "INT8",
            "INT",
            "INTEGER",
            "SMALLINT",
            "BIGINT",
            "FLOAT4",
            "FLOAT8",
            "REAL",
            "NUMERIC",
            "DECIMAL",
            "BOOL",
            "BOOLEAN",
            "UUID");

    private TypeNames() {}

    /** Reads the type that begins at a token and writes it as the parser wants it; gives its last token. */
    static int read(TokenEdits edits, int first) {
        int name = Spellings.withoutCatalog(edits, first);
        int end = name;
        switch (edits.at(name).word()) {
            case "INTERVAL" -> {
                int unit = edits.next(name);
                if (Units.isOfIntervals(edits.at(unit).word())) {
                    return Intervals.qualifier(edits, unit);
                }
                edits.replace(name, INTERVAL);
            }
            case "DATETIME" -> edits.replace(name, "TIMESTAMP");
            case "TIMESTAMP", "TIME", "TIMESTAMPTZ" -> {
                return array(edits, moment(edits, name));
            }
            case "DOUBLE", "CHARACTER", "CHAR", "NATIONAL", "BIT", "NCHAR", "SIGNED", "UNSIGNED", "BINARY" -> {
                for (int next = edits.next(end); isSecondWord(edits.at(next)); next = edits.next(next)) {
                    end = next;
                }
            }
            default -> {
                while (edits.at(edits.next(end)).is(".")) {
                    end = edits.next(edits.next(end));
                }
            }
        }
        end = length(edits, end);
        if (edits.at(edits.next(end)).isWord("ARRAY")
                || edits.at(edits.next(end)).isWord("MULTISET")) {
            return edits.next(end);
        }
        return array(edits, end);
    }

    private static boolean isSecondWord(SqlToken token) {
        return Set.of("PRECISION", "VARYING", "CHARACTER", "CHAR", "LARGE", "OBJECT", "INTEGER", "SIGNED")
                .contains(token.word());
    }

    /** Last token of a length in parentheses, or the type's last one. */
    private static int length(TokenEdits edits, int type) {
        int opening = edits.next(type);
        if (!edits.at(opening).is("(")) {
            return type;
        }
        int depth = 0;
        for (int i = opening; i < edits.size(); i = edits.next(i)) {
            depth += edits.at(i).is("(") ? 1 : edits.at(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return edits.previous(edits.size());
    }

    /** {@code type[]} as {@code type ARRAY}. */
    private static int array(TokenEdits edits, int type) {
        int end = type;
        while (edits.at(edits.next(end)).is("[")) {
            int opening = edits.next(end);
            int closing = edits.next(opening);
            if (edits.at(closing).kind() == SqlToken.Kind.NUMBER) {
                edits.replace(closing, "");
                closing = edits.next(closing);
            }
            if (!edits.at(closing).is("]")) {
                return end;
            }
            edits.replace(opening, end == type ? " ARRAY" : "");
            edits.replace(closing, "");
            end = closing;
        }
        return end;
    }

    /** A moment's type with its zone: instants are in UTC, and the parser knows TIMESTAMPTZ without a precision only. */
    private static int moment(TokenEdits edits, int name) {
        int end = length(edits, name);
        int with = edits.next(end);
        int local = edits.next(with);
        int time = edits.at(local).isWord("LOCAL") ? edits.next(local) : local;
        int zone = edits.next(time);
        boolean zoned = (edits.at(with).isWord("WITH") || edits.at(with).isWord("WITHOUT"))
                && edits.at(time).isWord("TIME")
                && edits.at(zone).isWord("ZONE");
        boolean instant =
                edits.at(name).isWord("TIMESTAMPTZ") || (zoned && edits.at(with).isWord("WITH"));
        if (zoned) {
            for (int i : new int[] {with, local, time, zone}) {
                edits.replace(i, "");
            }
        }
        if (instant && !edits.at(name).isWord("TIME")) {
            edits.replace(name, end == name ? "TIMESTAMPTZ" : "TIMESTAMP");
        }
        return zoned ? zone : end;
    }

    /** Reads {@code type 'text'}; gives its last token, or -1 when no text stands there. */
    static int literal(TokenEdits edits, int first) {
        String word = edits.at(first).word();
        int next = edits.next(first);
        SqlToken after = edits.at(next);
        boolean moment = MOMENTS.contains(word);
        if (!moment && !LITERALS.contains(word)) {
            return -1;
        }
        boolean phrase = word.startsWith("TIME") && (after.is("(") || after.isWord("WITH") || after.isWord("WITHOUT"));
        if (!after.isString() && !phrase) {
            return -1;
        }
        if (after.isString() && (word.equals("DATE") || word.equals("TIME") || word.equals("TIMESTAMP"))) {
            return next;
        }
        int text = after.isString() ? next : textBehind(edits, first);
        if (text < 0) {
            return -1;
        }
        int type = read(edits, first);
        String name = edits.written(first, type);
        edits.clear(first, type);
        edits.before(text, "CAST(");
        edits.after(text, " AS " + name + ")");
        return text;
    }

    /** The text behind {@code TIMESTAMP(p) WITH TIME ZONE}, or -1. */
    private static int textBehind(TokenEdits edits, int first) {
        int i = edits.next(first);
        if (edits.at(i).is("(")) {
            i = edits.next(length(edits, first));
        }
        if (edits.at(i).isWord("WITH") || edits.at(i).isWord("WITHOUT")) {
            i = edits.next(edits.next(edits.next(i)));
        }
        return edits.at(i).isString() ? i : -1;
    }
}
