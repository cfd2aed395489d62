package io.github.paradigmreporting.jdbc;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The driver's jar as a program, for people who set it up: which version it is, whether it reaches the instance, and what
 * to send to somebody who is asked for help. Ends with 0, with 1 when the self-test failed, with 2 when it was called
 * wrongly.
 */
final class Main {
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final String HELP = """
            A JDBC driver: tools load it, and connect to %s

            java -jar <this jar> --version
            java -jar <this jar> --self-test [URL]   connects, reads one day of each report, says what failed and what to do
            java -jar <this jar> --support [URL]     the same, with version, JVM and settings; shows no key
            java -jar <this jar> --help

            Without a URL the address is taken from the environment variable PARADIGM_BASE_URL. The key for that address is
            taken from PARADIGM_API_KEY, or from the file that PARADIGM_API_KEY_FILE names. Never write it into the command, where others on this machine can read it.""".formatted(JdbcUrl.FORM);

    private Main() {}

    public static void main(String[] args) {
        // Not System.out, which libraries leave alone: this is the program itself.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int code = run(List.of(args), System.getenv(), out);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out) {
        String command = args.isEmpty() ? "--help" : args.get(0);
        if (command.equals("--help") || command.equals("-h") || command.equals("--version")) {
            out.println(Version.NAME + " " + Version.text());
            if (!command.equals("--version")) {
                out.println(HELP);
            }
            return 0;
        }
        if (!command.equals("--self-test") && !command.equals("--support")) {
            return misused(out, "there is no command " + shown(command));
        }
        if (args.size() > 2) {
            return misused(out, command + " takes one URL; put it in quotes, since the shell divides at &");
        }
        String url = args.size() == 2 ? args.get(1) : url(environment.get("PARADIGM_BASE_URL"));
        if (url.isEmpty()) {
            return misused(out, "there is no address: give a URL, or set PARADIGM_BASE_URL");
        }
        if (!JdbcUrl.isOurs(url)) {
            return misused(out, "that is no URL of this driver");
        }
        if (command.equals("--support")) {
            new SupportReport(out, environment).print(url);
        }
        return new SelfTest(out).passes(url) ? 0 : FAILED;
    }

    private static int misused(PrintStream out, String problem) {
        out.println(problem + "; expected " + JdbcUrl.FORM + ", see --help");
        return MISUSED;
    }

    /** A word that may be a URL with a key in it. */
    private static String shown(String command) {
        return command.matches("--[a-z-]{1,20}") ? command : "like the first word";
    }

    /** The same address as a URL of the driver. */
    private static String url(@Nullable String baseUrl) {
        if (baseUrl == null || baseUrl.isBlank()) {
            return "";
        }
        URI uri = URI.create(baseUrl.trim());
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return JdbcUrl.PREFIX + "//" + uri.getRawAuthority() + path
                + ("http".equalsIgnoreCase(uri.getScheme()) ? "?ssl=false" : "");
    }
}
