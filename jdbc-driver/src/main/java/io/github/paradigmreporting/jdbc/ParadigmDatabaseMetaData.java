package io.github.paradigmreporting.jdbc;

import org.apache.calcite.avatica.AvaticaDatabaseMetaData;

/** What the driver says about itself and its tables. */
final class ParadigmDatabaseMetaData extends AvaticaDatabaseMetaData {
    private final ParadigmConnection connection;

    ParadigmDatabaseMetaData(ParadigmConnection connection) {
        super(connection);
        this.connection = connection;
    }

    @Override
    public String getURL() {
        return connection.url();
    }

    @Override
    public int getResultSetHoldability() {
        return java.sql.ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }
}
