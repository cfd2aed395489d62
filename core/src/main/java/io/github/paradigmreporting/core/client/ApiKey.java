package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.error.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * An API key and where it comes from. An opaque text, never parsed, never printed: {@link #toString()} shows asterisks.
 * Safe for threads.
 */
public final class ApiKey {
    private static final String REMEDY = "; give apiKey, apiKeyFile or the environment variable PARADIGM_API_KEY";

    /** What copying a key brings along at its ends: blanks of any kind, line breaks, a byte order mark. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF\\u200B]+|[\\s\\p{Z}\\uFEFF\\u200B]+$");

    /** The beginning of the header that the key is sent in, copied with it. */
    private static final Pattern SCHEME = Pattern.compile("(?i)^(authorization:\\s*)?bearer(\\s+|$)");

    /** More than the longest key; what stands behind the first line is not read. */
    private static final int MOST_BYTES = 65_536;

    private final Supplier<String> source;
    private volatile String value;

    private ApiKey(Supplier<String> source) {
        this.source = source;
        this.value = source.get();
    }

    private static ApiKey hidden(ApiKey key) {
        Redaction.hide(key, List.of(key.value));
        return key;
    }

    /**
     * A key given as it is.
     *
     * @param value the key; blanks around it and {@code Bearer} before it are left out
     * @return the key
     * @throws InvalidSettingException when it is empty or could not stand in a header
     */
    public static ApiKey of(String value) {
        String checked = checked("apiKey", value);
        return hidden(new ApiKey(() -> checked));
    }

    /**
     * A key that stands in the first line of a file; read again when the instance refuses it.
     *
     * @param file the file, in UTF-8 or with a byte order mark; blanks around the key and {@code Bearer} before it are left
     *     out
     * @return the key
     * @throws InvalidSettingException when the file cannot be read or holds no key
     */
    public static ApiKey fromFile(Path file) {
        return hidden(new ApiKey(() -> readFirstLine(file)));
    }

    /** The key itself, for the one header it goes into. */
    String reveal() {
        return value;
    }

    /** Reads the key from its source again; true when it has changed. */
    boolean reread() {
        String before = value;
        value = source.get();
        Redaction.hide(this, List.of(before, value));
        return !value.equals(before);
    }

    /**
     * A short text that tells keys apart without revealing them.
     *
     * @return the first 12 hexadecimal digits of the key's SHA-256
     */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String readFirstLine(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(MOST_BYTES);
            Charset charset = isUtf16(start) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
            return checked(
                    "apiKeyFile", new String(start, charset).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new InvalidSettingException("apiKeyFile", "cannot read " + file + "; check path and permissions", e);
        }
    }

    /** Whether a file begins as editors and shells on Windows write it. */
    private static boolean isUtf16(byte[] start) {
        return start.length >= 2
                && ((start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)
                        || (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE));
    }

    private static String checked(String setting, String text) {
        String key = SCHEME.matcher(AROUND.matcher(text).replaceAll("")).replaceFirst("");
        if (key.isEmpty()) {
            String where = setting.equals("apiKey") ? "" : " in its first line";
            throw new InvalidSettingException(setting, "holds no key" + where + REMEDY);
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
                throw new InvalidSettingException(
                        setting,
                        "character " + (i + 1) + " of the " + key.length() + " given is " + kind(key.charAt(i))
                                + ", which no key has; copy the key again, with nothing before or after it");
            }
        }
        return key;
    }

    private static String kind(char c) {
        if (c == '\n' || c == '\r') {
            return "a line break";
        }
        if (c == ' ' || Character.isSpaceChar(c)) {
            return "a blank";
        }
        return c < ' ' || Character.isISOControl(c) ? "a control character" : "outside ASCII";
    }

    @Override
    public String toString() {
        return "ApiKey[********]";
    }
}
