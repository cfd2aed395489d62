package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the driver beside others and prints a table per group. Arguments: the benchmark module's folder {@code target};
 * names of {@link Group}s, all without; {@code --launches N} and {@code --rounds N}; {@code --small}, which is only to see
 * that it runs; {@code --markdown FILE}, where the tables go as well.
 */
final class JdbcComparison {
    private JdbcComparison() {}

    public static void main(String... arguments) throws Exception {
        // Without it, the JDK's HTTP server holds the end of each answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path target = Path.of(arguments[0]);
        List<Group> groups = new ArrayList<>();
        Path markdown = null;
        int launches = 7;
        int rounds = 3;
        boolean small = false;
        for (int n = 1; n < arguments.length; n++) {
            switch (arguments[n]) {
                case "--launches" -> launches = Integer.parseInt(arguments[++n]);
                case "--rounds" -> rounds = Integer.parseInt(arguments[++n]);
                case "--small" -> small = true;
                case "--markdown" -> markdown = Path.of(arguments[++n]);
                default -> groups.add(Group.of(arguments[n]));
            }
        }
        Scale scale = small ? Scale.small() : Scale.whole(launches, rounds);
        String report = report(
                new Bench(new ClassPaths(target), scale, target),
                groups.isEmpty() ? Arrays.asList(Group.values()) : groups);
        if (markdown != null) {
            Files.writeString(markdown, report);
        }
    }

    private static String report(Bench bench, List<Group> groups) throws Exception {
        StringBuilder report = new StringBuilder();
        say(
                report,
                Machine.description() + "; medians [least–greatest]; "
                        + bench.scale().launches() + " cold launches, "
                        + bench.scale().rounds() + " warm ones; load " + load() + "\n");
        for (Group group : groups) {
            say(report, group.measure(bench).markdown());
            say(report, "Load afterwards: " + load() + "\n");
        }
        return report.toString();
    }

    private static String load() throws IOException {
        return Machine.load();
    }

    private static void say(StringBuilder report, String text) {
        System.out.println(text);
        report.append(text).append('\n');
    }
}
