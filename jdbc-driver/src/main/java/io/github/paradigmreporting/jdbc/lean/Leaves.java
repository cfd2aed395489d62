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
     * @throws Declined when it is not known
     */
    Operator of(RelNode leaf);
}
