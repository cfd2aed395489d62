/**
 * The driver's jar on the module path. It is compiled against the shaded jar, whose packages it names.
 *
 * <p>The module is open because code that Calcite compiles while statements run lives in an unnamed module and calls the
 * functions of the shaded packages.
 */
open module io.github.paradigmreporting.jdbc {
    requires java.compiler;
    requires java.logging;
    requires java.net.http;
    requires java.security.jgss;
    requires java.sql.rowset;
    requires java.xml;
    requires transitive java.sql;

    exports io.github.paradigmreporting.jdbc;

    uses io.github.paradigmreporting.jdbc.shaded.org.codehaus.commons.compiler.ICompilerFactory;

    provides io.github.paradigmreporting.jdbc.shaded.org.codehaus.commons.compiler.ICompilerFactory with
            io.github.paradigmreporting.jdbc.shaded.org.codehaus.janino.CompilerFactory;
    provides java.sql.Driver with
            io.github.paradigmreporting.jdbc.ParadigmDriver;
}
