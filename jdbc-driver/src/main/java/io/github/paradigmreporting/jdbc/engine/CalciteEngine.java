package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.dialect.NormalisedSql;
import io.github.paradigmreporting.jdbc.dialect.SqlText;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import io.github.paradigmreporting.jdbc.table.TableSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RexImplicationChecker;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.validate.SqlValidator;
import org.jspecify.annotations.Nullable;

/** The engine: the tables of a catalog, Calcite's parser, validator and planner. */
final class CalciteEngine implements SqlEngine {
    private static final Logger LOG = Logger.getLogger(CalciteEngine.class.getName());
    private static final int MOST_ENGINES = 16;

    static {
        // Calcite asserts what does not hold for all statements that it plans right: an ordered set of texts, a column
        // that
        // a sub-query may find NULL. A JVM that runs with -ea, as tests do, gets the answers of one that does not.
        ClassLoader loader = CalciteEngine.class.getClassLoader();
        loader.setPackageAssertionStatus("org.apache.calcite.rel", false);
        loader.setPackageAssertionStatus("org.apache.calcite.rex", false);
    }

    private static final Map<Catalog, CalciteEngine> ENGINES = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Catalog, CalciteEngine> eldest) {
            return size() > MOST_ENGINES;
        }
    };

    private static final int MOST_PLANS = 200;

    /** Dear plans only, lest cheap ones push them out of the driver's cache; found also where blanks and comments differ. */
    private final PlanCache plans = new PlanCache(MOST_PLANS);

    private final JavaTypeFactory types = new ReportTypeFactory();
    private final CalciteSchema root = CalciteSchema.createRootSchema(false, false);

    /**
     * They warn of what is no concern of a user: of conditions that are not compared, and of planning that somebody has
     * cancelled. Held, lest their levels be forgotten with them.
     */
    private static final List<Logger> TALKATIVE = List.of(
            Logger.getLogger(RexImplicationChecker.class.getName()), Logger.getLogger(RelOptPlanner.class.getName()));

    static {
        for (Logger logger : TALKATIVE) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.SEVERE);
            }
        }
    }

    private CalciteEngine(Catalog catalog) {
        catalog.schemas().forEach((name, tables) -> {
            SchemaPlus schema = root.plus().add(name, new AbstractSchema());
            for (SqlTable table : tables) {
                schema.add(
                        table.name(),
                        table.source() instanceof TableSource.OfQuery view
                                ? new ViewTable(table, view.sql())
                                : new ReportTable(table));
            }
            if (name.equals(SqlTables.SCHEMA)) {
                catalog.synonyms().forEach((synonym, table) -> schema.add(synonym, new ReportTable(table)));
            }
        });
    }

    /** The engine of a catalog; connections with the same views share one, with its plans. */
    static CalciteEngine of(Catalog catalog) {
        synchronized (ENGINES) {
            return ENGINES.computeIfAbsent(catalog, CalciteEngine::new);
        }
    }

    @Override
    public PlannedQuery plan(@Nullable String sql, Cancellation cancellation) throws SQLException {
        if (sql == null || sql.isBlank()) {
            throw SqlStates.of(SqlStates.SYNTAX, "the statement is empty");
        }
        String key = NormalisedSql.of(sql);
        PlannedQuery known = plans.get(key);
        if (known != null) {
            return known;
        }
        PlannedQuery plan = plan(sql, false, cancellation);
        plans.put(key, plan);
        return plan;
    }

    @Override
    public PlannedQuery plan(String sql, List<@Nullable ParameterType> types, Cancellation cancellation)
            throws SQLException {
        String key = NormalisedSql.of(sql) + '\0' + types;
        PlannedQuery known = plans.get(key);
        if (known != null) {
            return known;
        }
        PlannedQuery plan = Planners.run(own -> planned(SqlText.of(sql), types, false, own), cancellation);
        plans.put(key, plan);
        return plan;
    }

    /**
     * A plan by no cache.
     *
     * @param plain whether the tree runs as it is, its sub-queries row by row, and no condition moves to another place
     */
    PlannedQuery plan(String sql, boolean plain, Cancellation cancellation) throws SQLException {
        return Planners.run(own -> planned(SqlText.of(sql), List.of(), plain, own), cancellation);
    }

    /** A plan by no cache, made by the thread that asks. */
    PlannedQuery planHere(String sql) throws SQLException {
        return planned(SqlText.of(sql), List.of(), false, new Cancellation());
    }

    @Override
    public SqlTable view(String name, String sql, String remarks) throws SQLException {
        List<SqlColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ResultColumn column : plan(sql).columns()) {
            if (!names.add(column.label().toLowerCase(Locale.ROOT))) {
                throw SqlStates.of(
                        SqlStates.AMBIGUOUS_COLUMN,
                        "the view " + name + " has two columns " + column.label() + "; give one of them another name");
            }
            columns.add(new SqlColumn(
                    column.label(),
                    SqlTypes.columnType(column),
                    column.nullable(),
                    "Column of the view " + name + ".",
                    isSummable(column)));
        }
        return new SqlTable(name, new TableSource.OfQuery(sql), remarks, columns, List.of(), List.of());
    }

    /** Whether a view's column may be summed; one that is computed may. */
    private static boolean isSummable(ResultColumn column) {
        String origin = column.column();
        return origin == null
                || SqlTables.find(String.valueOf(column.table()))
                        .map(table -> table.indexOf(origin).stream()
                                .allMatch(i -> table.columns().get(i).summable()))
                        .orElse(true);
    }

    private PlannedQuery planned(
            SqlText text, List<@Nullable ParameterType> types, boolean plain, Cancellation cancellation)
            throws SQLException {
        Stop stop = new Stop();
        try (Cancellation.Registration link = cancellation.onCancel(stop::wish)) {
            SqlFront front = new SqlFront(root, this.types, stop);
            Valid valid = Valid.of(text.text(), types, front);
            CalcitePlan plan = plan(valid, front, types.size(), plain, stop);
            return valid.explained() ? new ExplainedQuery(plan, valid.detailed()) : plan;
        } catch (SqlParseException | RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            cancellation.throwIfCancelled();
            SQLException fault = SqlFaults.of(e, text);
            int parameters = types.isEmpty() && SqlStates.isOfTypes(fault) ? parameters(text) : 0;
            if (parameters == 0) {
                throw fault;
            }
            return new UntypedQuery(parameters);
        }
    }

    private static int parameters(SqlText text) {
        try {
            return Valid.parameters(SqlFront.parse(text.text())).size();
        } catch (SqlParseException | RuntimeException e) {
            return 0;
        }
    }

    private CalcitePlan plan(Valid valid, SqlFront front, int parameters, boolean plain, Stop stop) {
        SqlValidator validator = valid.validator();
        RelDataType rowType = validator.getValidatedNodeType(valid.query());
        RelDataType parameterType = valid.parameters(front.types(), parameters);
        List<@Nullable List<String>> origins = validator.getFieldOrigins(valid.query());
        RelRoot logical = front.convert(valid.query(), validator);
        List<String> labels = ColumnNames.labels(valid.written(), valid.query(), rowType.getFieldNames());
        QueryShape shape = new QueryShape(
                columns(rowType, labels, origins),
                columns(parameterType, parameterType.getFieldNames(), null),
                valid.untyped(),
                valid.explained(),
                SummedMetrics.warnings(valid.query(), valid.validator()));
        return closures(shape, logical, plain, stop);
    }

    /** Rewrites a tree as far as Calcite can: where it fails at a correlated sub-query, that is run row by row. */
    private LeanQuery closures(QueryShape shape, RelRoot logical, boolean plain, Stop stop) {
        List<UnaryOperator<RelNode>> ways = plain || RowSubQueries.isIn(logical.rel)
                ? List.of(PushDown::plain)
                : List.of(tree -> PushDown.run(tree, true), tree -> PushDown.run(tree, false), PushDown::plain);
        for (UnaryOperator<RelNode> way : ways) {
            try {
                return LeanQuery.of(shape, way.apply(logical.rel), logical, root.plus(), types);
            } catch (UnsupportedOperationException e) {
                throw e;
            } catch (RuntimeException | AssertionError e) {
                if (stop.isWished() || way == ways.get(ways.size() - 1)) {
                    throw e;
                }
                LOG.log(Level.FINE, "a tree is planned with fewer rewritings", e);
            }
        }
        throw new IllegalStateException("there is no way to plan");
    }

    private static List<ResultColumn> columns(
            RelDataType rowType, List<String> labels, @Nullable List<@Nullable List<String>> origins) {
        List<ResultColumn> columns = new ArrayList<>();
        for (RelDataTypeField field : rowType.getFieldList()) {
            int index = field.getIndex();
            columns.add(
                    SqlTypes.column(labels.get(index), field.getType(), origins == null ? null : origins.get(index)));
        }
        return List.copyOf(columns);
    }
}
