package io.github.paradigmreporting.jdbc;

import org.apache.calcite.avatica.DriverVersion;

/** The driver's name and version, from the jar's manifest. */
final class Version {
    static final String NAME = "Paradigm Reporting JDBC Driver";
    private static final String PRODUCT = "Paradigm";

    private Version() {}

    static DriverVersion current() {
        String text = text();
        String[] parts = text.replace('-', '.').split("\\.", -1);
        return new DriverVersion(NAME, text, PRODUCT, "API v2", false, number(parts, 0), number(parts, 1), 2, 0);
    }

    /** The version, or {@code 0.0} where the classes do not come from a jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "0.0" : version;
    }

    private static int number(String[] parts, int index) {
        try {
            return index < parts.length ? Integer.parseInt(parts[index]) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
