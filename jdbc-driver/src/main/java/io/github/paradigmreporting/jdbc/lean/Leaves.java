package io.github.paradigmreporting.jdbc.lean;

import org.apache.calcite.rel.RelNode;

/** Knows how to read what a tree begins with. */
@FunctionalInterface
public interface Leaves {
    /**
     * The rows of a leaf.
     *
     * @param leaf a relation without inputs
     * @return its rows
     * @throws UnsupportedOperationException when it is not offered
     */
    Operator of(RelNode leaf);
}
