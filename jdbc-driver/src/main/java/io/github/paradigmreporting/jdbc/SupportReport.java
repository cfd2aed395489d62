package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What somebody who helps wants to know. Of secrets it says only that they are set, and how long they are. */
final class SupportReport {
    private static final List<String> OF_THE_JVM = List.of(
            "java.version",
            "java.vendor",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "https.proxyHost",
            "https.proxyPort",
            "http.nonProxyHosts",
            "java.net.useSystemProxies",
            "javax.net.ssl.trustStore");

    private final PrintStream out;
    private final Map<String, String> environment;

    SupportReport(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    void print(String url) {
        line("driver", Version.NAME + " " + Version.text());
        OF_THE_JVM.forEach(name -> line(name, System.getProperty(name, "-")));
        line("zone, locale", ZoneId.systemDefault() + ", " + Locale.getDefault());
        line("charset", Charset.defaultCharset());
        line("heap", Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB");
        DriverManager.drivers()
                .forEach(driver -> line("JDBC driver", driver.getClass().getName()));
        try {
            ConnectionSpec spec = ConnectionSpec.of(url, new Properties());
            line("URL", spec.url());
            new TreeMap<>(spec.given()).forEach((name, value) -> line("  " + name, shown(name, value)));
        } catch (SQLException e) {
            line("URL", "malformed");
        }
        for (Setting<?> setting : JdbcSettings.ALL) {
            environment(setting.name());
        }
        environment(Settings.BASE_URL.name());
    }

    private void environment(String setting) {
        String name = Spelling.ENVIRONMENT.spell(setting);
        String value = environment.get(name);
        if (value != null) {
            line(name, shown(setting, value));
        }
    }

    private static String shown(String setting, String value) {
        if (!JdbcSettings.isSecret(setting)) {
            return value;
        }
        String oddity = value.equals(value.trim()) ? "" : ", with blanks around it";
        return "set, " + value.length() + " characters" + oddity;
    }

    private void line(String name, Object value) {
        out.printf("%-26s %s%n", name, value);
    }
}
