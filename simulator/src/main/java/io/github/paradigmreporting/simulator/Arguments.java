package io.github.paradigmreporting.simulator;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The program's options, read from its arguments. */
final class Arguments {
    private final SimulatorBuilder builder =
            ParadigmSimulator.builder().port(8080).key("demo-key");
    private boolean help;
    private boolean log;
    private @Nullable Instant now;
    private double speed = 1;
    private ZoneId zone = ZoneOffset.UTC;
    private Duration latency = Duration.ZERO;
    private Duration latencyPerDay = Duration.ZERO;

    private Arguments() {}

    /** Reads {@code --name value} and {@code --name=value}. */
    static Arguments parse(String... arguments) throws WrongOption {
        Arguments parsed = new Arguments();
        int i = 0;
        while (i < arguments.length) {
            String argument = arguments[i++];
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            Option option = Options.named(name);
            String value = equals < 0 ? null : argument.substring(equals + 1);
            if (option.placeholder() == null) {
                if (value != null) {
                    throw new WrongOption(name + " takes no value, not even '" + value + "'; leave it out");
                }
                value = "";
            } else if (value == null) {
                if (i == arguments.length) {
                    throw new WrongOption(name + " needs a value: " + name + " " + option.placeholder());
                }
                value = arguments[i++];
            }
            parsed.apply(option, value);
        }
        return parsed;
    }

    private void apply(Option option, String value) throws WrongOption {
        try {
            option.effect().apply(this, value);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            String remedy = e instanceof NumberFormatException || e instanceof java.time.DateTimeException
                    ? "write " + option.name() + " " + option.placeholder()
                    : e.getMessage();
            throw new WrongOption(option.name() + " cannot be '" + value + "': " + remedy);
        }
    }

    boolean help() {
        return help;
    }

    /** The simulator asked for; writes a line per request when that was asked for, too. */
    SimulatorBuilder builder(PrintStream out) {
        Clock clock = now == null && speed == 1
                ? Clock.system(zone)
                : VirtualClock.running(now == null ? Instant.now() : now, speed).withZone(zone);
        builder.clock(clock).latency(latency, latencyPerDay);
        return log ? builder.watcher(asked -> out.println(LogLine.of(asked))) : builder;
    }

    SimulatorBuilder simulator() {
        return builder;
    }

    void askHelp() {
        help = true;
    }

    void log() {
        log = true;
    }

    void now(Instant instant) {
        now = instant;
    }

    void speed(double factor) {
        speed = Checks.between(0, 1e6, factor, "the speed");
    }

    void zone(ZoneId id) {
        zone = id;
    }

    void latency(Duration base) {
        latency = base;
    }

    void latencyPerDay(Duration perDay) {
        latencyPerDay = perDay;
    }

    /** An option that the program cannot follow; the message names it, its value and the remedy. */
    static final class WrongOption extends Exception {
        private static final long serialVersionUID = 1;

        WrongOption(String message) {
            super(message);
        }
    }
}
