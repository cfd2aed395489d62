package io.github.paradigmreporting.jdbc.lean;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Functions of texts as PostgreSQL has them; every length and position counts code points. */
final class TextFunctions {
    private static final SqlTypeFamily TEXT = SqlTypeFamily.CHARACTER;
    private static final SqlTypeFamily NUMBER = SqlTypeFamily.NUMERIC;

    /** A text that takes so long that the wish to stop is looked for before something is made of it. */
    private static final int LONG = 16_384;

    /** What LIKE escapes with where a statement says nothing. */
    private static final String ESCAPE = "\\";

    private TextFunctions() {}

    static List<ScalarFunction> all() {
        List<ScalarFunction> all = new ArrayList<>();
        all.add(text("UPPER", CodePoints::upper));
        all.add(text("LOWER", CodePoints::lower));
        all.add(text("INITCAP", CodePoints::capitalised));
        all.add(text("REVERSE", (text, run) -> CodePoints.reversed(text)));
        all.add(text("MD5", (text, run) -> md5(text)));
        for (String name : List.of("CHAR_LENGTH", "CHARACTER_LENGTH", "LENGTH", "LEN")) {
            all.add(count(name, value -> CodePoints.count((String) value)));
        }
        all.add(count("OCTET_LENGTH", value -> CodePoints.bytes((String) value)));
        all.add(count("BIT_LENGTH", value -> 8 * CodePoints.bytes((String) value)));
        all.add(count("ASCII", value -> ((String) value).isEmpty() ? 0 : ((String) value).codePointAt(0)));
        all.add(part("LEFT", (text, n) -> CodePoints.between(text, 1, n < 0 ? CodePoints.count(text) + n + 1 : n + 1)));
        all.add(part(
                "RIGHT",
                (text, n) ->
                        CodePoints.between(text, n < 0 ? 1 - n : CodePoints.count(text) - n + 1, Integer.MAX_VALUE)));
        all.add(part("REPEAT", CodePoints::repeated));
        all.add(function(
                "SPACE",
                SqlTypeName.VARCHAR,
                List.of(NUMBER),
                1,
                values -> CodePoints.repeated(" ", integer(values[0]))));
        all.add(substring("SUBSTRING"));
        all.add(substring("SUBSTR"));
        all.add(padded("LPAD", true));
        all.add(padded("RPAD", false));
        all.add(two("POSITION", SqlTypeName.INTEGER, (part, text) -> position((String) text, (String) part)));
        for (String name : List.of("STRPOS", "INSTR")) {
            all.add(two(name, SqlTypeName.INTEGER, (text, part) -> position((String) text, (String) part)));
        }
        all.add(two("STARTS_WITH", SqlTypeName.BOOLEAN, (text, part) -> ((String) text).startsWith((String) part)));
        all.add(three("REPLACE", CodePoints::replaced));
        all.add(three("TRANSLATE", TextFunctions::translated));
        all.add(heeding(
                "SPLIT_PART",
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, NUMBER),
                3,
                (values, run) -> part((String) values[0], (String) values[1], integer(values[2]), run)));
        all.add(function(
                "OVERLAY",
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, NUMBER, NUMBER),
                3,
                values -> overlaid(
                        (String) values[0],
                        (String) values[1],
                        integer(values[2]),
                        values.length == 4 ? integer(values[3]) : CodePoints.count((String) values[1]))));
        all.add(function("CHR", SqlTypeName.VARCHAR, List.of(NUMBER), 1, values -> letter(integer(values[0]))));
        all.add(function(
                "TO_HEX",
                SqlTypeName.VARCHAR,
                List.of(NUMBER),
                1,
                values -> values[0] instanceof Integer number
                        ? Integer.toHexString(number)
                        : Long.toHexString(((Number) values[0]).longValue())));
        all.add(trim("TRIM_OF"));
        all.add(trim("BTRIM"));
        all.add(trim("LTRIM"));
        all.add(trim("RTRIM"));
        all.add(like("LIKE", false));
        all.add(like("ILIKE", true));
        all.addAll(RegularExpressions.all());
        all.add(quoted());
        all.add(new ScalarFunction(
                "CUT",
                ReturnTypes.ARG0,
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                OperandTypes.CHARACTER,
                (call, operands) ->
                        Casts.of(operands.get(0), call.getOperands().get(0).getType(), call.getType())));
        all.add(new ScalarFunction(
                "ARRAY_TEXT",
                ScalarFunction.of(SqlTypeName.VARCHAR),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                OperandTypes.family(SqlTypeFamily.ARRAY),
                (call, operands) ->
                        Casts.text(operands.get(0), call.getOperands().get(0).getType())));
        all.add(joined("CONCAT", false));
        all.add(joined("CONCAT_WS", true));
        return all;
    }

    /** A parameter that is given a text, with the type that a literal in quotes has: it becomes what stands beside it. */
    private static ScalarFunction quoted() {
        return new ScalarFunction(
                "QUOTED",
                binding -> ScalarFunction.nullable(
                        binding, binding.getTypeFactory().createSqlType(SqlTypeName.CHAR, Quoted.LONGEST)),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                OperandTypes.CHARACTER,
                (call, operands) -> operands.get(0));
    }

    private interface Part {
        String of(String text, long number);
    }

    private interface One {
        String of(String text, Run run);
    }

    private interface Three {
        String of(String first, String second, String third, Run run);
    }

    /** Of values of which none is null. */
    interface Many {
        @Nullable
        Object of(Object[] values);
    }

    /** The same, of something that may take long: it looks for the wish to stop. */
    interface Heeding {
        @Nullable
        Object of(Object[] values, Run run);
    }

    private static ScalarFunction text(String name, One function) {
        return heeding(
                name, SqlTypeName.VARCHAR, List.of(TEXT), 1, (values, run) -> function.of((String) values[0], run));
    }

    private static ScalarFunction count(String name, Strict.One function) {
        return function(name, SqlTypeName.INTEGER, List.of(TEXT), 1, values -> function.of(values[0]));
    }

    private static ScalarFunction part(String name, Part function) {
        return function(
                name,
                SqlTypeName.VARCHAR,
                List.of(TEXT, NUMBER),
                2,
                values -> function.of((String) values[0], integer(values[1])));
    }

    static ScalarFunction two(String name, SqlTypeName type, Strict.Two function) {
        return function(name, type, List.of(TEXT, TEXT), 2, values -> function.of(values[0], values[1]));
    }

    private static ScalarFunction three(String name, Three function) {
        return heeding(
                name,
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, TEXT),
                3,
                (values, run) -> function.of((String) values[0], (String) values[1], (String) values[2], run));
    }

    /** A function that is NULL when an operand is; operands after the first few may be left out. */
    static ScalarFunction function(
            String name, SqlTypeName type, List<SqlTypeFamily> operands, int atLeast, Many function) {
        return heeding(name, type, operands, atLeast, (values, run) -> function.of(values));
    }

    /** The same, of a function that may take long. */
    static ScalarFunction heeding(
            String name, SqlTypeName type, List<SqlTypeFamily> operands, int atLeast, Heeding function) {
        return new ScalarFunction(
                name,
                ScalarFunction.of(type),
                ScalarFunction.parameters(operands.stream()
                        .map(family -> family == TEXT ? SqlTypeName.VARCHAR : SqlTypeName.INTEGER)
                        .toArray(SqlTypeName[]::new)),
                ScalarFunction.families(operands, atLeast),
                (call, expressions) -> heeding(expressions, function));
    }

    static Expression strict(List<Expression> operands, Many function) {
        return heeding(operands, (values, run) -> function.of(values));
    }

    static Expression heeding(List<Expression> operands, Heeding function) {
        Expression[] all = operands.toArray(new Expression[0]);
        return (row, run) -> {
            Object[] values = new Object[all.length];
            for (int i = 0; i < all.length; i++) {
                Object value = all[i].of(row, run);
                if (value == null) {
                    return null;
                }
                values[i] = value;
                check(value instanceof String text ? text.length() : 0, run);
            }
            return function.of(values, run);
        };
    }

    /** Looks for the wish to stop where a text is long. */
    static void check(int length, Run run) {
        if (length > LONG) {
            run.check();
        }
    }

    /** A count or position; a number with a fraction is rounded, and one beyond all texts is as good as the largest. */
    private static long integer(Object number) {
        return Arithmetic.whole((Number) number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** By position and length; with a text as the second operand, what matches that regular expression. */
    private static ScalarFunction substring(String name) {
        SqlOperandTypeInference positions =
                ScalarFunction.parameters(SqlTypeName.VARCHAR, SqlTypeName.INTEGER, SqlTypeName.INTEGER);
        SqlOperandTypeInference texts = ScalarFunction.parameters(SqlTypeName.VARCHAR);
        return new ScalarFunction(
                name,
                binding -> binding.getTypeFactory()
                        .createTypeWithNullability(
                                binding.getTypeFactory().createSqlType(SqlTypeName.VARCHAR),
                                isPattern(binding)
                                        || binding.collectOperandTypes().stream()
                                                .anyMatch(RelDataType::isNullable)),
                (binding, result, operands) ->
                        (isPattern(binding) ? texts : positions).inferOperandTypes(binding, result, operands),
                ScalarFunction.families(List.of(TEXT, SqlTypeFamily.ANY, NUMBER), 2),
                (call, operands) -> {
                    RelDataType second = call.getOperands().get(1).getType();
                    boolean pattern = SqlTypeUtil.isCharacter(second);
                    if (!pattern && !SqlTypeUtil.isNumeric(second) && second.getSqlTypeName() != SqlTypeName.NULL) {
                        throw new Declined(name + " from " + second);
                    }
                    List<Expression> all = new ArrayList<>(operands);
                    all.set(
                            0,
                            Casts.output(
                                    operands.get(0), call.getOperands().get(0).getType()));
                    return pattern ? heeding(all, RegularExpressions::part) : strict(all, TextFunctions::between);
                });
    }

    private static boolean isPattern(SqlOperatorBinding binding) {
        return binding.getOperandCount() == 2 && SqlTypeUtil.isCharacter(binding.getOperandType(1));
    }

    private static String between(Object[] values) {
        long from = integer(values[1]);
        long length = values.length == 3 ? integer(values[2]) : Integer.MAX_VALUE;
        if (length < 0) {
            throw negative(length);
        }
        return CodePoints.between((String) values[0], from, values.length == 3 ? from + length : length);
    }

    private static ValueException negative(long length) {
        return new ValueException(
                ValueException.Kind.BAD_SUBSTRING, "a part of a text cannot have a length of " + length);
    }

    private static ScalarFunction padded(String name, boolean left) {
        return function(name, SqlTypeName.VARCHAR, List.of(TEXT, NUMBER, TEXT), 2, values -> {
            String text = (String) values[0];
            String fill = values.length == 3 ? (String) values[2] : " ";
            long missing = integer(values[1]) - CodePoints.count(text);
            if (missing <= 0 || fill.isEmpty()) {
                return CodePoints.between(text, 1, integer(values[1]) + 1);
            }
            CodePoints.checkLength(integer(values[1]));
            String padding =
                    CodePoints.between(CodePoints.repeated(fill, missing / CodePoints.count(fill) + 1), 1, missing + 1);
            return left ? padding + text : text + padding;
        });
    }

    private static int position(String text, String part) {
        int found = Search.of(part).in(text, 0);
        return found < 0 ? 0 : text.codePointCount(0, found) + 1;
    }

    private static String translated(String text, String from, String to, Run run) {
        Map<Integer, Integer> instead = new HashMap<>();
        PrimitiveIterator.OfInt others = to.codePoints().iterator();
        CodePoints.each(from, run, letter -> {
            int other = others.hasNext() ? others.nextInt() : -1;
            instead.putIfAbsent(letter, other);
        });
        StringBuilder out = new StringBuilder();
        CodePoints.each(text, run, letter -> {
            int other = instead.getOrDefault(letter, letter);
            if (other >= 0) {
                out.appendCodePoint(other);
            }
        });
        return out.toString();
    }

    /** The part of a number from 1, or from -1 for the last. */
    private static String part(String text, String separator, long number, Run run) {
        if (number == 0) {
            throw new ValueException(
                    ValueException.Kind.BAD_VALUE, "SPLIT_PART counts parts from 1, or from -1 at the end");
        }
        Search search = Search.of(separator);
        long wanted = number > 0 ? number : parts(text, separator, search, run) + number + 1;
        int from = 0;
        int to = separator.isEmpty() ? -1 : search.in(text, 0);
        for (int part = 1; part < wanted; part++) {
            if (to < 0) {
                return "";
            }
            from = to + separator.length();
            to = search.in(text, from);
            CodePoints.look(part, run);
        }
        return wanted < 1 ? "" : text.substring(from, to < 0 ? text.length() : to);
    }

    private static int parts(String text, String separator, Search search, Run run) {
        int parts = 1;
        int at = separator.isEmpty() ? -1 : search.in(text, 0);
        while (at >= 0) {
            at = search.in(text, at + separator.length());
            CodePoints.look(++parts, run);
        }
        return parts;
    }

    private static String overlaid(String text, String with, long from, long length) {
        if (from < 1) {
            throw negative(from - 1);
        }
        return CodePoints.together(
                CodePoints.together(CodePoints.between(text, 1, from), with),
                CodePoints.between(text, from + length, Integer.MAX_VALUE));
    }

    private static String letter(long point) {
        if (point < 1 || !Character.isValidCodePoint((int) point) || (point >= 0xD800 && point <= 0xDFFF)) {
            throw new ValueException(ValueException.Kind.BAD_VALUE, point + " is the number of no character");
        }
        return Character.toString((int) point);
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format(Locale.ROOT, "%032x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** Without the characters of a set at one end or both: {@code TRIM_OF(text, set, 'BOTH')}. */
    private static ScalarFunction trim(String name) {
        boolean named = name.equals("TRIM_OF");
        List<SqlTypeFamily> operands = named ? List.of(TEXT, TEXT, TEXT) : List.of(TEXT, TEXT);
        return heeding(name, SqlTypeName.VARCHAR, operands, named ? 3 : 1, (values, run) -> {
            String side = named ? (String) values[2] : name;
            return trimmed(
                    (String) values[0],
                    values.length > 1 ? (String) values[1] : " ",
                    run,
                    !side.equals("TRAILING") && !side.equals("RTRIM"),
                    !side.equals("LEADING") && !side.equals("LTRIM"));
        });
    }

    private static String trimmed(String text, String set, Run run, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        BitSet letters = new BitSet();
        CodePoints.each(set, run, letters::set);
        while (left && from < to && letters.get(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
            CodePoints.look(from, run);
        }
        while (right && from < to && letters.get(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
            CodePoints.look(to, run);
        }
        return text.substring(from, to);
    }

    private static ScalarFunction like(String name, boolean caseless) {
        return new ScalarFunction(
                name,
                ScalarFunction.of(SqlTypeName.BOOLEAN),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                ScalarFunction.families(List.of(TEXT, TEXT, TEXT), 2),
                (call, operands) -> LikePattern.test(
                        operands.get(0),
                        operands.get(1),
                        operands.size() == 3 ? operands.get(2) : (row, run) -> ESCAPE,
                        fixed(call, 1),
                        operands.size() == 3 ? fixed(call, 2) : ESCAPE,
                        caseless));
    }

    /** The value of an operand that is a literal; null for any other, and for NULL. */
    static @Nullable String fixed(RexCall call, int operand) {
        RexNode node = call.getOperands().get(operand);
        return node instanceof RexLiteral literal && !literal.isNull() ? literal.getValueAs(String.class) : null;
    }

    /** All that is not NULL put together, whatever its type; CONCAT_WS with its first operand in between. */
    private static ScalarFunction joined(String name, boolean separated) {
        return new ScalarFunction(
                name,
                binding -> binding.getTypeFactory()
                        .createTypeWithNullability(
                                binding.getTypeFactory().createSqlType(SqlTypeName.VARCHAR),
                                separated && binding.getOperandType(0).isNullable()),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                OperandTypes.variadic(SqlOperandCountRanges.from(1)),
                (call, operands) -> {
                    List<Expression> texts = new ArrayList<>();
                    for (int i = 0; i < operands.size(); i++) {
                        texts.add(Casts.output(
                                operands.get(i), call.getOperands().get(i).getType()));
                    }
                    return separated ? separated(texts) : together(texts);
                });
    }

    private static Expression together(List<Expression> texts) {
        return (row, run) -> {
            StringBuilder out = new StringBuilder();
            for (Expression text : texts) {
                Object value = text.of(row, run);
                out.append(value == null ? "" : value);
                CodePoints.checkLength(out.length());
                check(out.length(), run);
            }
            return out.toString();
        };
    }

    private static Expression separated(List<Expression> texts) {
        return (row, run) -> {
            Object separator = texts.get(0).of(row, run);
            if (separator == null) {
                return null;
            }
            StringBuilder out = new StringBuilder();
            boolean first = true;
            for (Expression text : texts.subList(1, texts.size())) {
                Object value = text.of(row, run);
                if (value != null) {
                    out.append(first ? "" : separator).append(value);
                    CodePoints.checkLength(out.length());
                    check(out.length(), run);
                    first = false;
                }
            }
            return out.toString();
        };
    }
}
