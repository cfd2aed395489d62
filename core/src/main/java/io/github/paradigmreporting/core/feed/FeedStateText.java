package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A state as text: base64 (URL alphabet, no padding) of two letters, a version, the state, and a CRC-32 of all before it.
 * Days are differences to the day before them. Only where there are blank days they follow, in version 2.
 */
final class FeedStateText {
    private static final int VERSION = 2;
    private static final int VERSION_WITHOUT_BLANK_DAYS = 1;
    private static final int HEADER_BYTES = 3;
    private static final int CHECKSUM_BYTES = 4;

    /** Far more than a feed makes; a state from elsewhere may claim any number. */
    private static final int MOST_RANGES = 10_000;

    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private FeedStateText() {}

    static String write(FeedState state) {
        return encode(bytes(state));
    }

    /** As a state, but of other letters. */
    static String tell(ToldRows told) {
        Packer packer = new Packer().octet('P').octet('T').octet(VERSION_WITHOUT_BLANK_DAYS);
        told.pack(packer);
        return encode(checked(packer));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static int size(FeedState state) {
        return (int) ((bytes(state).length * 4L + 2) / 3);
    }

    private static byte[] bytes(FeedState state) {
        boolean blank = !state.blank().ranges().isEmpty();
        Packer packer = new Packer()
                .octet('P')
                .octet('F')
                .octet(blank ? VERSION : VERSION_WITHOUT_BLANK_DAYS)
                .text(state.report());
        state.key().pack(packer);
        long before = pack(packer, state.settled(), 0);
        packer.count(state.open().size());
        for (Map.Entry<LocalDate, DayDigests> day : state.open().entrySet()) {
            packer.signed(day.getKey().toEpochDay() - before);
            day.getValue().pack(packer);
            before = day.getKey().toEpochDay();
        }
        if (blank) {
            pack(packer, state.blank(), before);
        }
        return checked(packer);
    }

    private static long pack(Packer packer, DayRanges days, long first) {
        packer.count(days.ranges().size());
        long before = first;
        for (Window range : days.ranges()) {
            packer.signed(range.from().toEpochDay() - before).count(range.days());
            before = range.to().toEpochDay();
        }
        return before;
    }

    private static byte[] checked(Packer packer) {
        byte[] body = packer.bytes();
        return ByteBuffer.allocate(body.length + CHECKSUM_BYTES)
                .put(body)
                .putInt(checksum(body))
                .array();
    }

    static FeedState read(String text) {
        return read(text, 'F', FeedStateText::body);
    }

    static ToldRows told(String text) {
        return read(text, 'T', ToldRows::unpack);
    }

    private static <T> T read(String text, char letter, Function<Unpacker, T> reader) {
        byte[] all = decode(text.trim());
        if (all.length < HEADER_BYTES || all[0] != 'P' || all[1] != letter) {
            throw refused("is not a feed's state", null);
        }
        int version = all[2] & 0xFF;
        if (version > VERSION) {
            throw refused(
                    "was written by a newer version (form " + version + ", this version reads up to " + VERSION
                            + "); upgrade",
                    null);
        }
        int end = all.length - CHECKSUM_BYTES;
        if (end < HEADER_BYTES || ByteBuffer.wrap(all).getInt(end) != checksum(Arrays.copyOf(all, end))) {
            throw refused("is torn or was changed: its checksum does not fit", null);
        }
        try {
            Unpacker in = new Unpacker(Arrays.copyOfRange(all, HEADER_BYTES, end));
            T read = reader.apply(in);
            if (!in.atEnd()) {
                throw new IllegalArgumentException("something follows the last day");
            }
            return read;
        } catch (BufferUnderflowException | ArithmeticException | IllegalArgumentException e) {
            throw refused("cannot be read", e);
        }
    }

    private static FeedState body(Unpacker in) {
        String report = in.text();
        KeyShape key = KeyShape.unpack(in);
        DayRanges settled = ranges(in, 0);
        Window newest = settled.newest();
        long before = newest == null ? 0 : newest.to().toEpochDay();
        NavigableMap<LocalDate, DayDigests> open = new TreeMap<>();
        for (int left = in.size(); left > 0; left--) {
            before = Math.addExact(before, in.signed());
            open.put(day(before), DayDigests.unpack(in));
        }
        return new FeedState(report, key, settled, open, in.atEnd() ? DayRanges.NONE : ranges(in, before));
    }

    private static DayRanges ranges(Unpacker in, long first) {
        int size = in.size();
        if (size > MOST_RANGES) {
            throw new IllegalArgumentException(size + " ranges of days");
        }
        List<Window> days = new ArrayList<>(size);
        long before = first;
        for (int i = 0; i < size; i++) {
            long from = Math.addExact(before, in.signed());
            if (i > 0 && from <= before + 1) {
                throw new IllegalArgumentException("ranges of days that overlap or touch");
            }
            before = Math.addExact(from, in.count() - 1);
            days.add(new Window(day(from), day(before)));
        }
        return new DayRanges(List.copyOf(days));
    }

    private static LocalDate day(long epochDay) {
        if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
            throw new IllegalArgumentException("a day before the year 1 or after the year 9999");
        }
        return LocalDate.ofEpochDay(epochDay);
    }

    private static byte[] decode(String text) {
        if (text.endsWith("=")) {
            throw refused("has an '=' at its end", null);
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused("is not a feed's state", e);
        }
    }

    private static int checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return (int) crc.getValue();
    }

    private static InvalidSettingException refused(String problem, @Nullable Throwable cause) {
        return new InvalidSettingException(
                "feedState", "the saved state " + problem + "; or remove it to read everything again", cause);
    }
}
