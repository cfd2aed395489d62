package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.ValueOrder;
import java.text.CollationKey;
import java.text.Collator;
import org.apache.calcite.sql.SqlCollation;
import org.jspecify.annotations.Nullable;

/** The order of literals where Calcite compares them with each other: by code point, as {@link ValueOrder} has it. */
final class CodePointCollation extends SqlCollation {
    private static final long serialVersionUID = 1L;

    private static final SqlCollation COERCIBLE = new CodePointCollation(Coercibility.COERCIBLE);
    private static final SqlCollation IMPLICIT = new CodePointCollation(Coercibility.IMPLICIT);

    private CodePointCollation(Coercibility coercibility) {
        super(coercibility);
    }

    /** The collation that orders by code point and gives way to others as one of Calcite's does. */
    static SqlCollation instead(SqlCollation calcite) {
        return calcite.getCoercibility() == Coercibility.COERCIBLE ? COERCIBLE : IMPLICIT;
    }

    @Override
    public Collator getCollator() {
        return new ByCodePoint();
    }

    private static final class ByCodePoint extends Collator {
        @Override
        public int compare(String source, String target) {
            return ValueOrder.compare(source, target);
        }

        @Override
        public CollationKey getCollationKey(String source) {
            throw new UnsupportedOperationException("texts are compared, not their keys");
        }

        @Override
        public int hashCode() {
            return ByCodePoint.class.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ByCodePoint;
        }
    }
}
