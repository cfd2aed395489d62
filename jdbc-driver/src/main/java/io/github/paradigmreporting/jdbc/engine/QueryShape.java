package io.github.paradigmreporting.jdbc.engine;

import java.util.List;
import java.util.Set;

/**
 * What a query looks like from outside, however it runs.
 *
 * @param columns of the answer
 * @param parameters as columns without a name
 * @param untyped numbers of the parameters that nothing tells the type of
 * @param explained whether its plan is what is asked for
 * @param warnings what each run warns of
 */
record QueryShape(
        List<ResultColumn> columns,
        List<ResultColumn> parameters,
        Set<Integer> untyped,
        boolean explained,
        List<String> warnings) {}
