package io.github.paradigmreporting.simulator;

/**
 * What happens to an answer's body on its way. Byte counts are those on the wire, after compression.
 *
 * @param cutAfter the connection is closed after this many bytes; negative for never
 * @param resetAfter the connection is reset after this many bytes; negative for never
 * @param bytesPerSecond how fast the body trickles; 0 for as fast as it can
 */
record Trouble(long cutAfter, long resetAfter, long bytesPerSecond) {
    static final Trouble NONE = new Trouble(-1, -1, 0);
}
