package io.github.paradigmreporting.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is moved by hand, or runs at a speed of its own. Safe for threads. */
public final class VirtualClock extends Clock {
    private final State state;
    private final ZoneId zone;

    private VirtualClock(State state, ZoneId zone) {
        this.state = state;
        this.zone = zone;
    }

    /**
     * A clock in UTC that stands still at 2026-11-30T14:30:00Z, a Monday, until it is moved. For tests that need a day, but no
     * particular one: with the other switches at their defaults there is usage on every working day of almost three years before.
     *
     * @return a clock of its own
     */
    public static VirtualClock standing() {
        return at(Instant.parse("2026-11-30T14:30:00Z"));
    }

    /**
     * A clock in UTC that stands still until it is moved.
     *
     * @param start what it shows
     * @return the clock
     */
    public static VirtualClock at(Instant start) {
        return running(start, 0);
    }

    /**
     * A clock in UTC that runs.
     *
     * @param start what it shows now
     * @param speed seconds it gains in one real second; 0 to stand still
     * @return the clock
     */
    public static VirtualClock running(Instant start, double speed) {
        return new VirtualClock(new State(start, speed), ZoneOffset.UTC);
    }

    /**
     * Moves the clock on.
     *
     * @param time how far
     */
    public void advance(Duration time) {
        state.advance(time);
    }

    /**
     * Moves the clock to an instant.
     *
     * @param instant what it shows from now on
     */
    public void set(Instant instant) {
        state.set(instant);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, moved by the same hand, in another zone. */
    @Override
    public VirtualClock withZone(ZoneId other) {
        return new VirtualClock(state, other);
    }

    @Override
    public Instant instant() {
        return state.now();
    }

    private static final class State {
        private final double speed;
        private Instant shown;
        private long since = System.nanoTime();

        State(Instant start, double speed) {
            this.speed = speed;
            this.shown = start;
        }

        synchronized Instant now() {
            return speed == 0 ? shown : shown.plusNanos((long) ((System.nanoTime() - since) * speed));
        }

        synchronized void advance(Duration time) {
            set(now().plus(time));
        }

        synchronized void set(Instant instant) {
            shown = instant;
            since = System.nanoTime();
        }
    }
}
