package io.github.paradigmreporting.jdbc.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Reads a statement from left to right, knows at each token in which clause it stands and whether an operand or an operator
 * is expected, and writes the edits that depend on it: names that the parser reserves are quoted, {@code x::type} becomes
 * CAST, and spellings of other databases become those of the parser. Nesting costs no stack. For one thread.
 */
final class StatementReader {
    /** What is read in a level, which decides what commas and words mean. */
    private enum Clause {
        /** A statement, or what stands in parentheses, before its first word. */
        START,
        /** Names and queries of WITH. */
        WITH,
        /** The columns of a SELECT. */
        SELECT,
        /** Tables and joins. */
        FROM,
        /** Expressions of any other clause. */
        EXPRESSIONS,
        /** What stands in the parentheses of a function or expression. */
        ARGUMENTS,
        /** Names in parentheses, as of USING. */
        NAMES,
        /** Named windows. */
        WINDOWS,
        /** A window in parentheses. */
        WINDOW,
        /** ROWS, RANGE or GROUPS of a window. */
        FRAME
    }

    /** What stands between an opening and a closing parenthesis, bracket or brace, or between CASE and END. */
    private static final class Level {
        /** What opens it; empty for the statement itself. */
        private final String bracket;
        /** The word before it, if any. */
        private final String function;

        private Clause clause = Clause.START;
        /** What it is unless it is a query. */
        private Clause otherwise = Clause.ARGUMENTS;

        /** Whether there was a SELECT. */
        private boolean query;
        /** Whether an operand is expected, not an operator. */
        private boolean operand = true;
        /** First token of the operand that was read last. */
        private int start;
        /** Whether an amount follows INTERVAL, and a unit that. */
        private boolean interval;
        /** First token of what AT TIME ZONE is applied to, while its zone is read; -1 otherwise. */
        private int zoned = -1;
        /** Whether the next parentheses hold names. */
        private boolean names;
        /** Whether ORDER BY was read. */
        private boolean ordered;
        /** The last token of ORDER BY, once it is read; -1 otherwise. */
        private int order = -1;
        /** Whether a join's condition is read. */
        private boolean joining;

        private Level(int opening, String bracket, String function) {
            this.bracket = bracket;
            this.function = function;
            this.start = opening;
        }

        private void expressions() {
            clause = Clause.EXPRESSIONS;
            operand = true;
            joining = false;
        }
    }

    private static final Set<String> AFTER_COLUMN = Set.of(
            "FROM",
            "WHERE",
            "GROUP",
            "HAVING",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "UNION",
            "INTERSECT",
            "EXCEPT",
            "MINUS",
            "WINDOW",
            "QUALIFY");

    private static final Set<String> AFTER_TABLE =
            Set.of("JOIN", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL", "ON", "USING", "TABLESAMPLE", "ASOF");

    /** What Calcite has after a table or expression and PostgreSQL takes for a name. */
    private static final Set<String> CALCITE_CLAUSES = Set.of("MATCH_RECOGNIZE", "EXTEND", "ASOF", "QUALIFY");

    /** What is no name of a column without AS, though most key words are. */
    private static final Set<String> NEVER_BARE =
            Set.of("AS", "ON", "WITH", "TO", "FOR", "INTO", "ARRAY", "RETURNING", "ISNULL", "NOTNULL");

    private final TokenEdits edits;
    private final Deque<Level> levels = new ArrayDeque<>();

    private StatementReader(TokenEdits edits) {
        this.edits = edits;
    }

    static void apply(TokenEdits edits) {
        new StatementReader(edits).read();
    }

    private void read() {
        levels.push(new Level(-1, "", ""));
        int i = edits.next(-1);
        while (i < edits.size()) {
            Level level = levels.element();
            if (level.zoned >= 0 && !level.operand && !isPostfix(edits.at(i))) {
                endZone(level, i);
            }
            i = step(i, level);
            if (i < 0) {
                return;
            }
        }
        for (Level level : levels) {
            if (level.zoned >= 0 && !level.operand) {
                endZone(level, edits.size());
            }
        }
    }

    /** Reads a token, and those that belong to it; gives the next one, or -1 when the rest is left as it is. */
    private int step(int i, Level level) {
        SqlToken token = edits.at(i);
        return switch (token.kind()) {
            case SYMBOL -> symbol(i, token, level);
            case WORD -> word(i, token, level);
            case QUOTED, BACKTICKED -> {
                begin(level);
                int bare = level.operand ? Spellings.withoutCatalog(edits, i) : i;
                operand(level, bare);
                yield edits.next(bare);
            }
            case STRING, NUMBER -> {
                begin(level);
                operand(level, i);
                yield edits.next(i);
            }
            case BLANK -> edits.next(i);
        };
    }

    /** Leaves START for what is no query. */
    private static void begin(Level level) {
        if (level.clause == Clause.START) {
            level.clause = level.otherwise;
        }
    }

    private static void operand(Level level, int start) {
        if (level.operand) {
            level.start = start;
            level.operand = false;
        }
    }

    private static boolean isPostfix(SqlToken token) {
        return token.is(".") || token.is("::") || token.is("(") || token.is("[");
    }

    private void endZone(Level level, int next) {
        edits.after(edits.previous(next), ")");
        level.start = level.zoned;
        level.zoned = -1;
    }

    // Symbols

    private int symbol(int i, SqlToken token, Level level) {
        String symbol = token.text();
        return switch (symbol) {
            case "(" -> open(i, level);
            case "[" -> bracket(i, level);
            case "{" -> escape(i, level);
            case "." -> afterPoint(edits.next(i));
            case "::" -> cast(i, level);
            case ")", "]", "}" -> {
                close(i, symbol);
                yield edits.next(i);
            }
            case ";" -> semicolon(i);
            case "," -> {
                comma(level);
                yield edits.next(i);
            }
            default -> {
                begin(level);
                if (symbol.equals("?") || (symbol.equals("*") && level.operand)) {
                    operand(level, i);
                } else {
                    edits.replace(i, Spellings.OPERATORS.getOrDefault(symbol, symbol));
                    level.operand = true;
                }
                yield edits.next(i);
            }
        };
    }

    private int semicolon(int i) {
        if (isOutermost(i)) {
            edits.replace(i, "");
        }
        levels.clear();
        levels.push(new Level(i, "", ""));
        return edits.next(i);
    }

    /** Whether nothing but semicolons stands before or behind one. */
    private boolean isOutermost(int semicolon) {
        int before = edits.previous(semicolon);
        while (edits.at(before).is(";")) {
            before = edits.previous(before);
        }
        int after = edits.next(semicolon);
        while (edits.at(after).is(";")) {
            after = edits.next(after);
        }
        return before < 0 || after == edits.size();
    }

    private static void comma(Level level) {
        level.operand = true;
        if (level.joining) {
            level.clause = Clause.FROM;
            level.joining = false;
        }
    }

    private int open(int i, Level level) {
        SqlToken before = edits.at(edits.previous(i));
        Level inner = new Level(i, "(", before.word());
        boolean quoted = before.isName() && !before.isWord();
        if (level.names || (level.clause == Clause.FROM && !level.operand && quoted)) {
            level.names = false;
            inner.clause = Clause.NAMES;
        } else if (before.isWord("OVER") || (level.clause == Clause.WINDOWS && before.isWord("AS"))) {
            inner.clause = Clause.WINDOW;
        } else if (level.clause == Clause.FROM && level.operand) {
            inner.otherwise = Clause.FROM;
        }
        begin(level);
        operand(level, i);
        levels.push(inner);
        return edits.next(i);
    }

    private void close(int i, String bracket) {
        String wanted = bracket.equals(")") ? "(" : bracket.equals("]") ? "[" : "{";
        while (levels.size() > 1 && levels.element().bracket.equals("CASE") && !wanted.equals("CASE")) {
            levels.pop();
        }
        Level closed = levels.element();
        if (levels.size() == 1 || !closed.bracket.equals(wanted)) {
            return;
        }
        levels.pop();
        Level level = levels.element();
        level.operand = false;
        if (closed.function.equals(SqlText.DISTINCT_ON)) {
            edits.after(i, ",");
            level.operand = true;
        } else if (closed.bracket.equals("{") && !closed.function.isEmpty()) {
            edits.replace(i, "");
        }
    }

    /** A subscript, or a name as SQL Server has it. */
    private int bracket(int i, Level level) {
        SqlToken before = edits.at(edits.previous(i));
        boolean name = (level.operand && !before.isWord("ARRAY") && !before.isWord("MULTISET") && !before.isWord("MAP"))
                || before.is(".")
                || before.isWord("AS");
        int end = i;
        StringBuilder text = new StringBuilder();
        while (end < edits.size() && !edits.at(end).is("]")) {
            end++;
            text.append(edits.at(end).is("]") ? "" : edits.at(end).text());
        }
        if (!name || end == edits.size() || text.isEmpty()) {
            begin(level);
            operand(level, i);
            levels.push(new Level(i, "[", ""));
            return edits.next(i);
        }
        for (int each = i + 1; each <= end; each++) {
            edits.replace(each, "");
        }
        edits.replace(i, '"' + text.toString().replace("\"", "\"\"") + '"');
        begin(level);
        operand(level, i);
        return edits.next(end);
    }

    /** JDBC's escapes: those that the parser does not know lose their braces. */
    private int escape(int i, Level level) {
        int word = edits.next(i);
        String what = edits.at(word).word();
        begin(level);
        boolean outer = what.equals("OJ");
        boolean bare = outer || what.equals("ESCAPE");
        if (bare) {
            edits.replace(i, "");
        }
        if (outer) {
            edits.replace(word, "");
        } else {
            operand(level, i);
        }
        Level inner = new Level(i, "{", bare ? "OJ" : "");
        inner.otherwise = outer ? Clause.FROM : Clause.ARGUMENTS;
        inner.clause = inner.otherwise;
        inner.query = outer;
        levels.push(inner);
        return edits.next(word);
    }

    /** Behind a point any word is a name. */
    private int afterPoint(int name) {
        if (!edits.at(name).isWord()) {
            return edits.at(name).is("*") ? edits.next(name) : name;
        }
        Spellings.quoteReserved(edits, name);
        return edits.next(name);
    }

    private int cast(int i, Level level) {
        int type = edits.next(i);
        if (type >= edits.size() || level.operand) {
            return type;
        }
        edits.before(level.start, "CAST(");
        edits.replace(i, " AS ");
        int end = TypeNames.read(edits, type);
        edits.after(end, ")");
        return edits.next(end);
    }

    // Words

    private int word(int i, SqlToken token, Level level) {
        String word = token.upper();
        if (level.clause == Clause.START) {
            int next = start(i, word, level);
            if (next != i) {
                return next;
            }
        }
        return switch (level.clause) {
            case NAMES -> {
                Spellings.quoteReserved(edits, i);
                level.operand = false;
                yield edits.next(i);
            }
            case WITH -> with(i, word, level);
            case FRAME -> frame(i, word, level);
            default -> inClause(i, word, level);
        };
    }

    private int inClause(int i, String word, Level level) {
        boolean bare = level.clause == Clause.SELECT && !level.operand && !level.interval;
        if (bare && isAlias(i, word, level)) {
            return alias(i, level);
        }
        int next = clause(i, word, level);
        if (next != i) {
            return next;
        }
        return level.operand ? operandWord(i, word, level) : operatorWord(i, word, level);
    }

    /** The first word of a statement or of parentheses; the same token when it begins an expression. */
    private int start(int i, String word, Level level) {
        int next = edits.next(i);
        return switch (word) {
            case "SELECT" -> {
                level.query = true;
                level.clause = Clause.SELECT;
                level.operand = true;
                yield select(next, level);
            }
            case "WITH" -> {
                level.clause = Clause.WITH;
                yield next;
            }
            case "TABLE" -> {
                level.clause = Clause.FROM;
                level.query = true;
                yield next;
            }
            case "VALUES" -> {
                if (!edits.at(next).is("(")) {
                    yield expression(i, level);
                }
                level.expressions();
                yield next;
            }
            case "ALL", "DISTINCT" -> next; // of UNION
            case "EXPLAIN" -> levels.size() == 1 ? Spellings.explain(edits, i) : expression(i, level);
            default -> expression(i, level);
        };
    }

    /** What begins with a word that begins no query; a whole statement of that kind is left as it is. */
    private int expression(int i, Level level) {
        if (levels.size() == 1) {
            return -1;
        }
        level.clause = level.otherwise;
        level.query |= level.clause == Clause.FROM;
        return i;
    }

    /** What may stand between SELECT and the first column. */
    private int select(int first, Level level) {
        int i = first;
        if (edits.at(i).isWord("DISTINCT") || edits.at(i).isWord("ALL")) {
            int on = edits.next(i);
            int opening = edits.next(on);
            if (edits.at(on).isWord("ON") && edits.at(opening).is("(")) {
                edits.replace(i, "");
                edits.replace(on, '"' + SqlText.DISTINCT_ON + '"');
                levels.push(new Level(opening, "(", SqlText.DISTINCT_ON));
                return edits.next(opening);
            }
            i = on;
        }
        int number = edits.next(i);
        boolean top = edits.at(i).isWord("TOP") && edits.at(number).kind() == SqlToken.Kind.NUMBER;
        level.operand = true;
        return top ? edits.next(number) : i;
    }

    private int with(int i, String word, Level level) {
        int next = edits.next(i);
        SqlToken before = edits.at(edits.previous(i));
        boolean main = word.equals("SELECT") || (before.is(")") && (word.equals("VALUES") || word.equals("TABLE")));
        if (main) {
            level.clause = Clause.START;
            return i;
        }
        if (word.equals("AS")) {
            level.names = false;
            return edits.at(next).isWord("NOT") ? edits.next(next) : next;
        }
        if (word.equals("MATERIALIZED") && (before.isWord("AS") || before.isWord("NOT"))) {
            edits.clear(before.isWord("NOT") ? edits.previous(i) : i, i);
            return next;
        }
        boolean recursive = word.equals("RECURSIVE")
                && before.isWord("WITH")
                && edits.at(next).isName()
                && !edits.at(next).isWord("AS");
        if (!recursive) {
            Spellings.quoteReserved(edits, i);
            level.names = true;
        }
        return next;
    }

    /** A word with which a clause begins, in any state; the same token when it is none. */
    private int clause(int i, String word, Level level) {
        int next = edits.next(i);
        return switch (word) {
            case "FROM" -> {
                level.operand = true;
                level.clause = level.query ? Clause.FROM : level.clause;
                yield next;
            }
            case "JOIN" -> {
                level.clause = Clause.FROM;
                level.operand = true;
                yield next;
            }
            case "ON" -> {
                level.expressions();
                level.joining = true;
                yield next;
            }
            case "WHERE", "HAVING" -> {
                withTable(i, level);
                level.expressions();
                yield next;
            }
            case "GROUP" -> {
                withTable(i, level);
                yield by(i, next, level);
            }
            case "ORDER", "PARTITION" -> by(i, next, level);
            case "UNION", "INTERSECT", "EXCEPT" -> {
                level.clause = Clause.START;
                level.operand = true;
                level.query = false;
                yield next;
            }
            case "LIMIT", "OFFSET", "FETCH" -> {
                level.expressions();
                level.operand = false;
                level.order = level.ordered && level.order < 0 ? edits.previous(i) : level.order;
                yield LimitRule.read(edits, i, level.order);
            }
            case "WINDOW" -> {
                level.clause = Clause.WINDOWS;
                level.operand = true;
                yield next;
            }
            case "USING" -> {
                level.operand = true;
                level.names = edits.at(next).is("(");
                yield level.names ? next : edits.next(next);
            }
            case "AS" -> as(next, level);
            default -> i;
        };
    }

    /** A SELECT without FROM reads one row, which the parser wants to be said where a condition follows. */
    private void withTable(int i, Level level) {
        if (level.clause == Clause.SELECT) {
            edits.before(i, "FROM (VALUES (0)) AS \"$\" ");
        }
    }

    /** GROUP BY, ORDER BY and PARTITION BY. */
    private int by(int i, int next, Level level) {
        if (!edits.at(next).isWord("BY")) {
            return edits.at(i).isWord("PARTITION") ? i : next;
        }
        level.operand = true;
        level.joining = false;
        level.ordered |= edits.at(i).isWord("ORDER");
        if (level.clause != Clause.ARGUMENTS && level.clause != Clause.WINDOW) {
            level.clause = Clause.EXPRESSIONS;
        }
        return edits.next(next);
    }

    /** What follows AS: a type or a name. */
    private int as(int name, Level level) {
        level.operand = false;
        if (level.function.endsWith("CAST")) {
            int end = TypeNames.read(edits, name);
            return edits.next(end);
        }
        if (edits.at(name).isName()) {
            Spellings.quoteReserved(edits, name);
            level.names =
                    level.clause == Clause.FROM && edits.at(edits.next(name)).is("(");
            return edits.next(name);
        }
        return name;
    }

    private int operandWord(int i, String word, Level level) {
        int next = edits.next(i);
        SqlToken after = edits.at(next);
        if (level.clause == Clause.WINDOW && isFrame(i, word)) {
            level.clause = Clause.FRAME;
            return next;
        }
        if (word.equals("CASE")) {
            level.start = i;
            Level inner = new Level(i, "CASE", "");
            inner.clause = Clause.ARGUMENTS;
            levels.push(inner);
            return next;
        }
        if (word.equals("INTERVAL")) {
            int read = interval(i, level);
            if (read != i) {
                return read;
            }
        }
        int literal = TypeNames.literal(edits, i);
        if (literal >= 0) {
            operand(level, i);
            return edits.next(literal);
        }
        if (level.clause == Clause.ARGUMENTS && Units.isArgument(edits, i, level.function)) {
            operand(level, i);
            return next;
        }
        if (after.is("(") || after.is("[")) {
            Spellings.function(edits, i);
            level.start = i;
            // The parentheses complete the operand.
            return KeyWords.isNeverColumn(word) && !isFunction(word) ? next : call(i, next, level);
        }
        if (after.is(".") || !KeyWords.isNeverColumn(word)) {
            return name(i, word, level);
        }
        if (KeyWords.isValue(word)) {
            operand(level, i);
        }
        return next;
    }

    /** Key words that are no columns, but functions. */
    private static boolean isFunction(String word) {
        return KeyWords.isValue(word)
                || Set.of("LEFT", "RIGHT", "ARRAY", "CAST").contains(word);
    }

    private int call(int i, int opening, Level level) {
        level.operand = false;
        level.start = i;
        if (edits.at(opening).is("[")) {
            if (!edits.at(i).isWord("ARRAY")
                    && !edits.at(i).isWord("MULTISET")
                    && !edits.at(i).isWord("MAP")) {
                Spellings.quoteReserved(edits, i);
            }
            levels.push(new Level(opening, "[", ""));
        } else {
            levels.push(new Level(opening, "(", edits.at(i).word()));
        }
        return edits.next(opening);
    }

    private int name(int i, String word, Level level) {
        int next = edits.next(i);
        int second = edits.next(next);
        int bare = Spellings.withoutCatalog(edits, i);
        if (bare != i) {
            return bare;
        }
        boolean sets = word.equals("GROUPING")
                && edits.at(next).isWord("SETS")
                && edits.at(second).is("(");
        if (sets) {
            return next;
        }
        if (!KeyWords.isNeverColumn(word)) {
            Spellings.quoteReserved(edits, i);
        }
        operand(level, i);
        return next;
    }

    /** An interval's text and unit; the same token when INTERVAL is a name. */
    private int interval(int i, Level level) {
        int end = Intervals.read(edits, i);
        if (end >= 0) {
            operand(level, i);
            return edits.next(end);
        }
        level.interval = Intervals.amountFollows(edits, edits.next(i));
        return level.interval ? edits.next(i) : i;
    }

    private boolean isFrame(int i, String word) {
        SqlToken after = edits.at(edits.next(i));
        return Set.of("ROWS", "RANGE", "GROUPS").contains(word)
                && (after.kind() == SqlToken.Kind.NUMBER
                        || after.isString()
                        || after.is("?")
                        || after.is("(")
                        || Set.of("BETWEEN", "UNBOUNDED", "CURRENT", "INTERVAL", "CAST")
                                .contains(after.word()));
    }

    /** The bounds of a frame hold values only; whatever else is said there, the parser reads as it stands. */
    private int frame(int i, String word, Level level) {
        level.operand = true;
        if (word.equals("INTERVAL")) {
            int read = interval(i, level);
            level.interval = false;
            return read == i ? edits.next(i) : read;
        }
        return edits.next(i);
    }

    private int operatorWord(int i, String word, Level level) {
        int next = edits.next(i);
        if (level.interval && Units.isOfIntervals(word)) {
            level.interval = false;
            return next;
        }
        if (level.clause == Clause.WINDOW && isFrame(i, word)) {
            level.clause = Clause.FRAME;
            if (word.equals("GROUPS")) {
                // The parser has no such frames: the executor knows them by this key.
                edits.replace(i, (level.ordered ? ", '" : "ORDER BY '") + SqlText.GROUPS + "' ROWS");
            }
            return next;
        }
        int read = level.clause == Clause.FROM ? i : behindOperand(i, word, level);
        if (read != i) {
            return read;
        }
        boolean minus = word.equals("MINUS") && isQuery(edits.at(next));
        return !minus && isAlias(i, word, level) ? alias(i, level) : operator(i, word, level);
    }

    /** Words behind an operand that need no other one; the same token when it is none of them. */
    private int behindOperand(int i, String word, Level level) {
        int next = edits.next(i);
        SqlToken after = edits.at(next);
        return switch (word) {
            case "IS" -> is(next, level);
            case "NOT" -> {
                level.operand = true;
                yield edits.next(next); // of LIKE, BETWEEN or IN
            }
            case "OVER" -> {
                Spellings.quoteReserved(edits, next);
                yield after.isWord() ? edits.next(next) : next;
            }
            case "WITHIN" -> after.isWord("GROUP") ? edits.next(next) : i;
            case "FILTER" -> after.is("(") ? next : i;
            case "IGNORE", "RESPECT" -> after.isWord("NULLS") ? edits.next(next) : i;
            case "NULLS" -> after.isWord("FIRST") || after.isWord("LAST") ? edits.next(next) : i;
            case "ASC", "DESC" -> next;
            case "AT" ->
                after.isWord("TIME") && edits.at(edits.next(next)).isWord("ZONE")
                        ? zone(i, edits.next(next), level)
                        : i;
            case "ISNULL", "NOTNULL" -> {
                edits.replace(i, word.equals("ISNULL") ? "IS NULL" : "IS NOT NULL");
                yield next;
            }
            case "COLLATE" -> Spellings.collation(edits, i);
            case "RETURNING" -> edits.next(next);
            case "TO" -> Units.isUnit(after.word()) ? edits.next(next) : i;
            case "END" -> {
                if (!level.bracket.equals("CASE")) {
                    yield i;
                }
                levels.pop();
                levels.element().operand = false;
                yield next;
            }
            default -> i;
        };
    }

    private int operator(int i, String word, Level level) {
        boolean join = level.clause == Clause.FROM || level.joining;
        if (!(join && AFTER_TABLE.contains(word)) && !word.equals("OUTER")) {
            level.operand = true;
        }
        if (word.equals("QUALIFY")) {
            level.expressions();
        } else if (word.equals("MINUS")) {
            level.clause = Clause.START;
            level.query = false;
        }
        return edits.next(i);
    }

    private static boolean isQuery(SqlToken first) {
        return first.is("(")
                || Set.of("SELECT", "VALUES", "WITH", "ALL", "DISTINCT").contains(first.word());
    }

    private int is(int first, Level level) {
        int what = edits.at(first).isWord("NOT") ? edits.next(first) : first;
        int next = edits.next(what);
        if (edits.at(what).isWord("DISTINCT") && edits.at(next).isWord("FROM")) {
            level.operand = true;
            return edits.next(next);
        }
        return next;
    }

    /** {@code x AT TIME ZONE z} as a function of both. */
    private int zone(int at, int zone, Level level) {
        edits.before(level.start, Spellings.AT_TIME_ZONE + "(");
        edits.clear(at, zone);
        edits.replace(at, ", ");
        level.zoned = level.start;
        level.operand = true;
        return edits.next(zone);
    }

    private boolean isAlias(int i, String word, Level level) {
        SqlToken after = edits.at(edits.next(i));
        boolean ends = edits.next(i) == edits.size()
                || after.is(",")
                || after.is(")")
                || after.is("}")
                || after.is(";")
                || beginsClause(edits.next(i), after.word());
        return switch (level.clause) {
            case SELECT ->
                ends
                        && !CALCITE_CLAUSES.contains(word)
                        && !NEVER_BARE.contains(word)
                        && (word.equals("MINUS") || !AFTER_COLUMN.contains(word));
            case FROM ->
                (ends || after.is("(") || AFTER_TABLE.contains(after.word()))
                        && !KeyWords.isNeverColumn(word)
                        && !CALCITE_CLAUSES.contains(word);
            default -> false;
        };
    }

    private boolean beginsClause(int i, String word) {
        boolean by = word.equals("GROUP") || word.equals("ORDER");
        return AFTER_COLUMN.contains(word) && (!by || edits.at(edits.next(i)).isWord("BY"));
    }

    private int alias(int i, Level level) {
        Spellings.quoteReserved(edits, i);
        int next = edits.next(i);
        level.names = level.clause == Clause.FROM && edits.at(next).is("(");
        return next;
    }
}
