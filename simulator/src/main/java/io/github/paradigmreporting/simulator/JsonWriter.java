package io.github.paradigmreporting.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as Django REST framework does: compact, UTF-8, only what must be escaped is. Written apart from core's
 * reader on purpose, so that a mistake in one does not hide in the other. Not safe for threads.
 */
final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] buffer = new byte[8192];
    private int length;
    private boolean comma;

    JsonWriter(OutputStream out) {
        this.out = out;
    }

    JsonWriter object() throws IOException {
        return open('{');
    }

    JsonWriter endObject() throws IOException {
        return close('}');
    }

    JsonWriter array() throws IOException {
        return open('[');
    }

    JsonWriter endArray() throws IOException {
        return close(']');
    }

    JsonWriter name(String name) throws IOException {
        separate();
        quote(name);
        put(':');
        comma = false;
        return this;
    }

    JsonWriter value(@Nullable String text) throws IOException {
        separate();
        if (text == null) {
            ascii("null");
        } else {
            quote(text);
        }
        return this;
    }

    JsonWriter value(long number) throws IOException {
        separate();
        ascii(Long.toString(number));
        return this;
    }

    /** A whole number, or {@code null}. */
    JsonWriter value(@Nullable Long number) throws IOException {
        separate();
        ascii(String.valueOf(number));
        return this;
    }

    /** A number that may have a fraction, or {@code null}. */
    JsonWriter value(@Nullable Double number) throws IOException {
        separate();
        ascii(String.valueOf(number));
        return this;
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private JsonWriter open(char bracket) throws IOException {
        separate();
        put(bracket);
        comma = false;
        return this;
    }

    private JsonWriter close(char bracket) throws IOException {
        put(bracket);
        comma = true;
        return this;
    }

    private void separate() throws IOException {
        if (comma) {
            put(',');
        }
        comma = true;
    }

    private void quote(String text) throws IOException {
        put('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') {
                ascii(text, plain, i);
                i += escape(text, i);
                plain = i + 1;
            }
        }
        ascii(text, plain, text.length());
        put('"');
    }

    /** Writes one special character; returns how many more chars than one it took from the text. */
    private int escape(String text, int i) throws IOException {
        char c = text.charAt(i);
        switch (c) {
            case '"', '\\' -> ascii("\\" + c);
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            case '\u2028' -> ascii("\\u2028");
            case '\u2029' -> ascii("\\u2029");
            default -> {
                if (c < 0x20) {
                    ascii("\\u00" + (char) HEX[c >> 4] + (char) HEX[c & 15]);
                } else {
                    int chars = Character.charCount(text.codePointAt(i));
                    byte[] utf8 = text.substring(i, i + chars).getBytes(StandardCharsets.UTF_8);
                    for (byte b : utf8) {
                        put(b);
                    }
                    return chars - 1;
                }
            }
        }
        return 0;
    }

    private void ascii(String text) throws IOException {
        ascii(text, 0, text.length());
    }

    private void ascii(String text, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            put(text.charAt(i));
        }
    }

    private void put(int b) throws IOException {
        if (length == buffer.length) {
            flush();
        }
        buffer[length++] = (byte) b;
    }
}
