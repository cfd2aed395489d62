package io.github.paradigmreporting.jdbc.engine;

import java.util.List;

/**
 * What a query looks like from outside, however it runs.
 *
 * @param columns of the answer
 * @param parameters as columns without a name
 */
record QueryShape(List<ResultColumn> columns, List<ResultColumn> parameters) {}
