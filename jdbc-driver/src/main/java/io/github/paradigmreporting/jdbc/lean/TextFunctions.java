package io.github.paradigmreporting.jdbc.lean;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What LIKE escapes with where a statement says nothing. */
    private static final String ESCAPE = "\\";

    private TextFunctions() {}

    static List<ScalarFunction> all() {
        List<ScalarFunction> all = new ArrayList<>();
        all.add(text("UPPER", value -> CodePoints.upper((String) value)));
        all.add(text("LOWER", value -> CodePoints.lower((String) value)));
        all.add(text("INITCAP", value -> CodePoints.capitalised((String) value)));
        all.add(text("REVERSE", value -> CodePoints.reversed((String) value)));
        all.add(text("MD5", value -> md5((String) value)));
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
        all.add(function(
                "SPLIT_PART",
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, NUMBER),
                3,
                values -> part((String) values[0], (String) values[1], integer(values[2]))));
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

    private interface Three {
        String of(String first, String second, String third);
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

    private static ScalarFunction text(String name, Strict.One function) {
        return function(name, SqlTypeName.VARCHAR, List.of(TEXT), 1, values -> function.of(values[0]));
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
        return function(
                name,
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, TEXT),
                3,
                values -> function.of((String) values[0], (String) values[1], (String) values[2]));
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

    private static Expression heeding(List<Expression> operands, Heeding function) {
        Expression[] all = operands.toArray(new Expression[0]);
        return (row, run) -> {
            Object[] values = new Object[all.length];
            for (int i = 0; i < all.length; i++) {
                Object value = all[i].of(row, run);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return function.of(values, run);
        };
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

    private static String translated(String text, String from, String to) {
        int[] letters = from.codePoints().toArray();
        int[] others = to.codePoints().toArray();
        Map<Integer, Integer> instead = new HashMap<>();
        for (int i = 0; i < letters.length; i++) {
            instead.putIfAbsent(letters[i], i < others.length ? others[i] : -1);
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(letter -> {
            int other = instead.getOrDefault(letter, letter);
            if (other >= 0) {
                out.appendCodePoint(other);
            }
        });
        return out.toString();
    }

    /** The part of a number from 1, or from -1 for the last. */
    private static String part(String text, String separator, long number) {
        if (number == 0) {
            throw new ValueException(
                    ValueException.Kind.BAD_VALUE, "SPLIT_PART counts parts from 1, or from -1 at the end");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        Search search = Search.of(separator);
        for (int at = separator.isEmpty() ? -1 : search.in(text, 0); at >= 0; at = search.in(text, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        long index = number > 0 ? number - 1 : parts.size() + number;
        return index < 0 || index >= parts.size() ? "" : parts.get((int) index);
    }

    private static String overlaid(String text, String with, long from, long length) {
        if (from < 1) {
            throw negative(from - 1);
        }
        return CodePoints.between(text, 1, from) + with + CodePoints.between(text, from + length, Integer.MAX_VALUE);
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
        return function(name, SqlTypeName.VARCHAR, operands, named ? 3 : 1, values -> {
            String side = named ? (String) values[2] : name;
            return trimmed(
                    (String) values[0],
                    values.length > 1 ? (String) values[1] : " ",
                    !side.equals("TRAILING") && !side.equals("RTRIM"),
                    !side.equals("LEADING") && !side.equals("LTRIM"));
        });
    }

    private static String trimmed(String text, String set, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        Set<Integer> letters = set.codePoints().boxed().collect(Collectors.toSet());
        while (left && from < to && letters.contains(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && from < to && letters.contains(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
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
            }
            return out.toString();
        };
    }

    private static Expression separated(List<Expression> texts) {
        return (row, run) -> {
            Object separator = texts.get(0).of(row, run);
            List<String> parts = new ArrayList<>();
            for (Expression text : texts.subList(1, texts.size())) {
                Object value = text.of(row, run);
                if (value != null) {
                    parts.add((String) value);
                }
            }
            return separator == null ? null : String.join((String) separator, parts);
        };
    }
}
