package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.util.List;
import java.util.Set;

/**
 * What a scan reads, as far as it is known when a statement is planned.
 *
 * @param table the table
 * @param columns numbers of the columns wanted
 * @param dayColumns numbers of the columns that a day test is given for
 * @param byCompany whether companies are given
 * @param joined numbers of the columns whose days are to equal what only rows tell
 */
public record ScanSpec(
        SqlTable table, List<Integer> columns, List<Integer> dayColumns, boolean byCompany, Set<Integer> joined) {}
