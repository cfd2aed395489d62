package io.github.paradigmreporting.simulator;

/**
 * What happens to an answer on its way. Byte counts are those on the wire, after compression, but for {@code shortAfter}.
 *
 * @param cutAfter the connection is closed after this many bytes of the body; negative for never
 * @param resetAfter the connection is reset after this many bytes of the body; negative for never
 * @param bytesPerSecond how fast the body trickles; 0 for as fast as it can
 * @param shortAfter content that is left of the body, before compression; negative for all
 * @param resetAtOnce whether the connection is reset before there is any answer
 */
record Trouble(long cutAfter, long resetAfter, long bytesPerSecond, long shortAfter, boolean resetAtOnce) {
    static final Trouble NONE = new Trouble(-1, -1, 0, -1, false);
}
