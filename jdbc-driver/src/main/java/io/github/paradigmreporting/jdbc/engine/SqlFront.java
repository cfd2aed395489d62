package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.dialect.SqlText;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.AbstractRelOptPlanner;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.jspecify.annotations.Nullable;

/** From a text to a tree of relations: Calcite's parser, validator and converter with our settings. For one statement. */
final class SqlFront {
    static final SqlParser.Config PARSER = SqlParser.config()
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withCaseSensitive(false)
            .withConformance(ReportConformance.INSTANCE);

    private static final SqlOperatorTable OPERATORS = SqlOperatorTables.chain(
            new DialectTable(SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
                    SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL, SqlLibrary.MYSQL, SqlLibrary.ORACLE)),
            SqlOperatorTables.of(Aggregates.all()));

    private final JavaTypeFactory types;
    private final CalciteConnectionConfig config;
    private final CalciteCatalogReader reader;
    private final Stop stop;

    /** A way; the planner gives up soon when told to stop. */
    SqlFront(CalciteSchema root, JavaTypeFactory types, Stop stop) {
        // The first time, Calcite's classes have been loaded by now, and some more by each of the next steps.
        stop.check();
        this.stop = stop;
        this.types = types;
        Properties caseless = new Properties();
        caseless.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
        this.config = new CalciteConnectionConfigImpl(caseless);
        this.reader = new CalciteCatalogReader(root, List.of(SqlTables.SCHEMA), types, config);
    }

    static SqlNode parse(String sql) throws SqlParseException {
        return parse(sql, List.of());
    }

    /** The tree of a statement whose parameters are of certain types. */
    static SqlNode parse(String sql, List<@Nullable ParameterType> types) throws SqlParseException {
        SqlNode parsed = ColumnNames.given(SqlParser.create(sql, PARSER).parseStmt(), sql);
        return Objects.requireNonNull(PostgresForms.rewritten(parsed).accept(new DialectShuttle(types)));
    }

    static boolean isReserved(String word) {
        return SqlParser.create("", PARSER).getMetadata().isReservedWord(word.toUpperCase(Locale.ROOT));
    }

    static List<SqlOperator> operators() {
        return OPERATORS.getOperatorList();
    }

    JavaTypeFactory types() {
        return types;
    }

    CalciteCatalogReader reader() {
        return reader;
    }

    DialectValidator validator() {
        stop.check();
        return new DialectValidator(
                SqlOperatorTables.chain(OPERATORS, reader),
                reader,
                types,
                stop,
                SqlValidator.Config.DEFAULT
                        .withConformance(ReportConformance.INSTANCE)
                        .withDefaultNullCollation(NullCollation.HIGH)
                        .withTypeCoercionFactory(LiteralCoercion::new)
                        .withIdentifierExpansion(true));
    }

    /** The planner of the tree knows no rules yet: most statements need none. */
    RelRoot convert(SqlNode valid, SqlValidator validator) {
        VolcanoPlanner planner = new VolcanoPlanner(Contexts.of(config, stop.flag()));
        planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
        planner.addRelTraitDef(RelCollationTraitDef.INSTANCE);
        planner.setExecutor(new Constants(stop));
        return convert(valid, validator, RelOptCluster.create(planner, new DialectRexBuilder(types, stop)));
    }

    private RelRoot convert(SqlNode valid, SqlValidator validator, RelOptCluster cluster) {
        SqlToRelConverter converter = new SqlToRelConverter(
                (rowType, query, path, view) -> expand(rowType, query, cluster),
                validator,
                reader,
                cluster,
                SqlFront::convertlet,
                SqlToRelConverter.config().withExpand(false).withInSubQueryThreshold(Integer.MAX_VALUE));
        ((AbstractRelOptPlanner) cluster.getPlanner()).checkCancel();
        return converter.convertQuery(valid, false, true);
    }

    /** As Calcite's, but that aggregates over windows stay what they are: the sums it makes of them lose digits. */
    private static @Nullable SqlRexConvertlet convertlet(SqlCall call) {
        SqlOperator operator = call.getOperator();
        boolean split = SqlKind.AVG_AGG_FUNCTIONS.contains(operator.kind)
                || SqlKind.COVAR_AVG_AGG_FUNCTIONS.contains(operator.kind);
        return split && operator instanceof SqlAggFunction aggregate
                ? (context, of) -> StandardConvertletTable.INSTANCE.convertAggregateFunction(context, aggregate, of)
                : DialectArithmetic.convertlets().get(call);
    }

    /** The query of a view, in the types that the view is described with. */
    private RelRoot expand(RelDataType rowType, String query, RelOptCluster cluster) {
        SqlValidator validator = validator();
        try {
            SqlNode valid = validator.validate(parse(SqlText.of(query).text()));
            RelRoot root = convert(valid, validator, cluster);
            return root.withRel(RelOptUtil.createCastRel(root.project(), rowType, true));
        } catch (SqlParseException e) {
            throw new IllegalArgumentException("a view cannot be parsed: " + e.getMessage(), e);
        }
    }
}
