package io.github.paradigmreporting.jdbc.engine;

import java.util.List;

/**
 * What a query looks like from outside, however it runs.
 *
 * @param columns of the answer
 * @param parameters as columns without a name
 * @param explained whether its plan is what is asked for
 */
record QueryShape(List<ResultColumn> columns, List<ResultColumn> parameters, boolean explained) {}
