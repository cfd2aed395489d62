package io.github.paradigmreporting.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong with an answer. Its text is what {@link FaultRule#parse} and the command line take.
 * Immutable.
 */
public final class Fault {
    private final String text;
    private final @Nullable Instead instead;
    private final Duration delay;
    private final Trouble trouble;
    private final UnaryOperator<AnswerOptions> bend;
    private final @Nullable OddAnswer odd;

    private Fault(
            String text,
            @Nullable Instead instead,
            Duration delay,
            Trouble trouble,
            UnaryOperator<AnswerOptions> bend) {
        this(text, instead, delay, trouble, bend, null);
    }

    private Fault(
            String text,
            @Nullable Instead instead,
            Duration delay,
            Trouble trouble,
            UnaryOperator<AnswerOptions> bend,
            @Nullable OddAnswer odd) {
        this.text = text;
        this.instead = instead;
        this.delay = delay;
        this.trouble = trouble;
        this.bend = bend;
        this.odd = odd;
    }

    /**
     * Status 429 with {@code Retry-After} in whole seconds, rounded up.
     *
     * @param wait how long to wait
     * @return the fault
     */
    public static Fault throttled(Duration wait) {
        long seconds = FaultText.seconds(wait);
        return instead("429 Retry-After " + seconds, (now, self) -> Refusal.throttled(seconds));
    }

    /**
     * Status 429 with {@code Retry-After} as a date, by the simulator's clock.
     *
     * @param wait how long to wait
     * @return the fault
     */
    public static Fault throttledUntil(Duration wait) {
        long seconds = FaultText.seconds(wait);
        return instead("429 Retry-After date " + seconds, (now, self) -> Refusal.throttled(seconds)
                .with("Retry-After", Exchange.HTTP_DATE.format(now.plusSeconds(seconds))));
    }

    /**
     * An answer of a status, as the instance or the gateway before it spells it: 502, 503 and 504 with a gateway's page,
     * 429 without any {@code Retry-After}.
     *
     * @param status the status
     * @return the fault
     */
    public static Fault status(int status) {
        Refusal refusal = FaultText.usual(status);
        return instead(Integer.toString(status), (now, self) -> refusal);
    }

    /**
     * A status with {@code Retry-After} in seconds, for statuses other than 429.
     *
     * @param status the status
     * @param wait how long to wait
     * @return the fault
     */
    public static Fault status(int status, Duration wait) {
        if (status == 429) {
            return throttled(wait);
        }
        String seconds = Long.toString(FaultText.seconds(wait));
        Refusal refusal = FaultText.usual(status).with("Retry-After", seconds);
        return instead(status + " Retry-After " + seconds, (now, self) -> refusal);
    }

    /**
     * A web page instead of JSON, as proxies and login walls send it.
     *
     * @param status the status, 200 included
     * @return the fault
     */
    public static Fault html(int status) {
        Refusal refusal = FaultText.page(status);
        return instead(status + " html", (now, self) -> refusal);
    }

    /**
     * Status 503 with the body of a planned maintenance.
     *
     * @return the fault
     */
    public static Fault maintenance() {
        return instead("503 maintenance", (now, self) -> FaultText.maintenance(now));
    }

    /**
     * A redirect to the same path and query, on this simulator or elsewhere.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param origin scheme, host and port of the other place, or null for the simulator itself
     * @return the fault
     */
    public static Fault redirect(int status, @Nullable URI origin) {
        return instead(
                status + " to " + (origin == null ? "same" : origin),
                (now, self) ->
                        Refusal.moved(status, (origin == null ? "http://" + self.host() : origin) + self.target()));
    }

    /**
     * A wait before the answer, in real time.
     *
     * @param wait how long
     * @return the fault
     */
    public static Fault delay(Duration wait) {
        return new Fault("delay " + wait.toMillis() + "ms", null, wait, Trouble.NONE, same -> same);
    }

    /**
     * No answer at all, until the client hangs up.
     *
     * @return the fault
     */
    public static Fault hang() {
        return new Fault("hang", null, Duration.ofDays(1), Trouble.NONE, same -> same);
    }

    /**
     * A TCP reset instead of an answer.
     *
     * @return the fault
     */
    public static Fault reset() {
        return broken("reset", new Trouble(-1, -1, 0, -1, true));
    }

    /**
     * A TCP reset within the body. Bytes that the client has not read by then are lost to it.
     *
     * @param bytes bytes of the body that are sent before, on the wire
     * @return the fault
     */
    public static Fault reset(long bytes) {
        return broken("reset " + bytes, new Trouble(-1, bytes, 0, -1, false));
    }

    /**
     * A connection that closes within the body.
     *
     * @param bytes bytes of the body that are sent before, on the wire
     * @return the fault
     */
    public static Fault cut(long bytes) {
        return broken("cut " + bytes, new Trouble(bytes, -1, 0, -1, false));
    }

    /**
     * A body that ends early although HTTP says that it is whole.
     *
     * @param bytes bytes of JSON that are left, before compression
     * @return the fault
     */
    public static Fault shortened(long bytes) {
        return broken("short " + bytes, new Trouble(-1, -1, 0, bytes, false));
    }

    /**
     * A body that trickles, in real time.
     *
     * @param bytesPerSecond bytes on the wire per second
     * @return the fault
     */
    public static Fault slow(long bytesPerSecond) {
        Checks.atLeast(1, (int) Math.min(Integer.MAX_VALUE, bytesPerSecond), "bytesPerSecond");
        return broken("slow " + bytesPerSecond, new Trouble(-1, -1, bytesPerSecond, -1, false));
    }

    /**
     * A report with nothing in it.
     *
     * @return the fault
     */
    public static Fault empty() {
        return new Fault("empty", null, Duration.ZERO, Trouble.NONE, AnswerOptions::emptied);
    }

    /**
     * A report that repeats something.
     *
     * @param what what is there twice
     * @return the fault
     */
    public static Fault lie(Lie what) {
        String text = what == Lie.NONE ? "truth" : what == Lie.DUPLICATE_DAY ? "duplicate day" : "duplicate company";
        return new Fault(text, null, Duration.ZERO, Trouble.NONE, answers -> answers.lying(what));
    }

    /**
     * An answer of status 200 with one thing spoilt.
     *
     * @param what what is odd in it
     * @return the fault
     */
    public static Fault odd(OddAnswer what) {
        return new Fault("odd " + what, null, Duration.ZERO, Trouble.NONE, same -> same, what);
    }

    /**
     * The rule of a text such as {@code tools*3=429 Retry-After 2}, the same as {@link FaultRule#parse}.
     *
     * @param rule the text
     * @return the rule, for {@link Faults#add(FaultRule)}
     * @throws IllegalArgumentException when the text is not a rule
     */
    public static FaultRule parse(String rule) {
        return FaultRule.parse(rule);
    }

    @Nullable
    Refusal instead(Instant now, Request request) {
        return instead == null ? null : instead.answer(now, request);
    }

    Duration delay() {
        return delay;
    }

    Trouble trouble() {
        return trouble;
    }

    @Nullable
    OddAnswer odd() {
        return odd;
    }

    AnswerOptions bend(AnswerOptions answers) {
        return bend.apply(answers);
    }

    /** The text that gives the same fault on the command line. */
    @Override
    public String toString() {
        return text;
    }

    private static Fault instead(String text, Instead instead) {
        return new Fault(text, instead, Duration.ZERO, Trouble.NONE, same -> same);
    }

    private static Fault broken(String text, Trouble trouble) {
        return new Fault(text, null, Duration.ZERO, trouble, same -> same);
    }

    /** Another answer in place of the one that would have come. */
    @FunctionalInterface
    private interface Instead {
        Refusal answer(Instant now, Request request);
    }
}
