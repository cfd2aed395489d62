package io.github.paradigmreporting.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Every option of the program, in the order of its help. */
final class Options {
    static final List<Option> ALL = List.of(
            Option.of("--port", "N", "port to listen on, 0 for a free one (8080)", (s, v) -> s.port(number(v))),
            Option.of("--host", "NAME", "address to listen on (127.0.0.1: only this machine)", (s, v) -> s.host(v)),
            Option.of("--key", "KEY", "key that sees all companies (demo-key)", (s, v) -> s.key(v)),
            Option.of("--company-key", "KEY=ID", "further key, of an admin of one company", Options::companyKey),
            Option.of("--user-key", "KEY", "further key, of a user who may see no report", (s, v) -> s.userKey(v)),
            Option.of("--seed", "N", "same seed, same usage (7)", (s, v) -> s.seed(Long.parseLong(v))),
            Option.of("--companies", "N", "companies (3)", (s, v) -> s.companies(number(v))),
            Option.of(
                    "--late-companies",
                    "N",
                    "how many of them join in the first year (0)",
                    (s, v) -> s.lateCompanies(number(v))),
            Option.of(
                    "--from", "YYYY-MM-DD", "first day with usage (2024-01-01)", (s, v) -> s.from(LocalDate.parse(v))),
            Option.of("--scale", "X", "factor on all usage (1)", (s, v) -> s.scale(Double.parseDouble(v))),
            Option.of(
                    "--documents-per-day",
                    "N",
                    "documents a company uses on a usual day (12)",
                    (s, v) -> s.documentsPerDay(number(v))),
            Option.of(
                    "--drift", "X", "share of a day that comes in late (0)", (s, v) -> s.drift(Double.parseDouble(v))),
            Option.of("--settle-days", "N", "days until a day is final (3)", (s, v) -> s.settleDays(number(v))),
            Option.of(
                    "--vanishing",
                    "X",
                    "share of document and tool rows that vanish (0)",
                    (s, v) -> s.vanishing(Double.parseDouble(v))),
            new Option(
                    "--now", "INSTANT", "what its clock shows at the start (now)", (a, v) -> a.now(Instant.parse(v))),
            new Option(
                    "--speed",
                    "X",
                    "seconds its clock gains per real second (1)",
                    (a, v) -> a.speed(Double.parseDouble(v))),
            new Option("--zone", "ZONE", "the instance's time zone (UTC)", (a, v) -> a.zone(ZoneId.of(v))),
            Option.flag("--zero-filled", "lists days without usage, with zeros", SimulatorBuilder::zeroFilled),
            Option.flag("--list-inactive", "lists companies without usage", SimulatorBuilder::listInactive),
            Option.flag("--legacy", "is older than agents and the members report", SimulatorBuilder::legacy),
            Option.flag("--empty", "answers every report with nothing in it", SimulatorBuilder::emptyReporting),
            Option.flag("--whole-lengths", "gives average lengths without fractions", SimulatorBuilder::wholeLengths),
            Option.flag("--null-timestamps", "gives every instant as null", SimulatorBuilder::nullTimestamps),
            Option.flag(
                    "--zero-averages", "gives averages of empty days as 0, not null", SimulatorBuilder::zeroAverages),
            Option.flag("--shuffled", "gives companies and days in any order", SimulatorBuilder::shuffled),
            Option.choice("--tools", ToolsShape.class, "shape of the tools report (list)", SimulatorBuilder::tools),
            Option.choice("--lie", Lie.class, "what every answer repeats (none)", SimulatorBuilder::lie),
            Option.of(
                    "--bad-key-status",
                    "401|403",
                    "status for a missing or unknown key (401)",
                    (s, v) -> s.badKeyStatus(number(v))),
            Option.choice(
                    "--foreign-company",
                    ForeignCompany.class,
                    "what a company admin gets for another company (ignored)",
                    SimulatorBuilder::foreignCompany),
            Option.choice(
                    "--reversed-range",
                    ReversedRange.class,
                    "what a range gets that ends before it starts (refused)",
                    SimulatorBuilder::reversedRange),
            Option.flag("--no-gzip", "never compresses", s -> s.gzip(false)),
            new Option(
                    "--latency", "TIME", "wait before each answer, as 250ms or 2s (0ms)", (a, v) -> a.latency(time(v))),
            new Option(
                    "--latency-per-day",
                    "TIME",
                    "further wait per day of the range asked (0ms)",
                    (a, v) -> a.latencyPerDay(time(v))),
            Option.of(
                    "--concurrency", "N", "requests worked on at once (no limit)", (s, v) -> s.concurrency(number(v))),
            Option.choice(
                    "--overload", Overload.class, "what happens to those beyond (queued)", SimulatorBuilder::overload),
            Option.of(
                    "--requests-per-minute",
                    "N",
                    "requests per key in any 60 s; then 429 (no limit)",
                    (s, v) -> s.requestsPerMinute(number(v))),
            Option.choice(
                    "--retry-after",
                    RetryAfter.class,
                    "how that 429 says when (seconds)",
                    SimulatorBuilder::retryAfter),
            Option.of("--fault", "RULE", "what goes wrong; may be repeated, see below", (s, v) -> s.fault(v)),
            new Option("--log", null, "prints a line per request", (a, v) -> a.log()),
            new Option("--help", null, "prints this", (a, v) -> a.askHelp()));

    private Options() {}

    static Option named(String name) throws Arguments.WrongOption {
        for (Option option : ALL) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        Option near = Collections.min(ALL, Comparator.comparingInt(option -> distance(name, option.name())));
        throw new Arguments.WrongOption("there is no option '" + name + "'"
                + (distance(name, near.name()) > 2 ? "" : "; did you mean " + near.name() + "?"));
    }

    /** Letters to add, drop or replace to make one word from the other. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static Duration time(String text) {
        Duration time = FaultText.time(text);
        if (time == null) {
            throw new IllegalArgumentException("write a time such as 250ms or 2s");
        }
        return time;
    }

    private static void companyKey(SimulatorBuilder simulator, String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("write the key, =, and the id of its company");
        }
        simulator.companyKey(text.substring(0, equals), Long.parseLong(text.substring(equals + 1)));
    }
}
