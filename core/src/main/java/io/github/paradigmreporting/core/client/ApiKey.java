package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * An API key and where it comes from. An opaque text, never parsed, never printed: {@link #toString()} shows asterisks.
 * Safe for threads.
 */
public final class ApiKey {
    private static final String REMEDY = "; give apiKey, apiKeyFile or the environment variable PARADIGM_API_KEY";

    private final Supplier<String> source;
    private volatile String value;

    private ApiKey(Supplier<String> source) {
        this.source = source;
        this.value = source.get();
    }

    /**
     * A key given as it is.
     *
     * @param value the key
     * @return the key
     * @throws InvalidSettingException when it is empty or could not stand in a header
     */
    public static ApiKey of(String value) {
        String checked = checked("apiKey", value);
        return new ApiKey(() -> checked);
    }

    /**
     * A key that stands in the first line of a file; read again when the instance refuses it.
     *
     * @param file the file
     * @return the key
     * @throws InvalidSettingException when the file cannot be read or holds no key
     */
    public static ApiKey fromFile(Path file) {
        return new ApiKey(() -> readFirstLine(file));
    }

    /** The key itself, for the one header it goes into. */
    String reveal() {
        return value;
    }

    /** Reads the key from its source again; true when it has changed. */
    boolean reread() {
        String before = value;
        value = source.get();
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
        try (var lines = Files.lines(file)) {
            return checked("apiKeyFile", lines.findFirst().orElse(""));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new InvalidSettingException("apiKeyFile", "cannot read " + file + "; check path and permissions", e);
        }
    }

    private static String checked(String setting, String text) {
        String key = text.trim();
        if (key.isEmpty()) {
            throw new InvalidSettingException(setting, "holds no key" + REMEDY);
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
                throw new InvalidSettingException(
                        setting, "the key has characters that no key has (blank or non-ASCII)");
            }
        }
        return key;
    }

    @Override
    public String toString() {
        return "ApiKey[********]";
    }
}
