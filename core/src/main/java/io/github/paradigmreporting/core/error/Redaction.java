package io.github.paradigmreporting.core.error;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of messages. Servers and gateways repeat what they are sent, in bodies, headers and status lines, and
 * such words are quoted by this library and by the JDK's exceptions below it. Each {@link ReportingException} therefore
 * cleans its message and its causes here: known secrets, also URL-encoded or in base64, become asterisks, and control
 * characters become visible escapes. Safe for threads.
 */
public final class Redaction {
    private static final String ASTERISKS = "********";
    /** Shorter secrets would turn ordinary words into asterisks. */
    private static final int SHORTEST = 6;

    private static final int LONGEST_QUOTE = 300;

    /** Forms of the secrets in use, by who uses them. */
    private static final Map<Object, Pattern> SECRETS = new WeakHashMap<>();

    private Redaction() {}

    /**
     * Keeps secrets out of all messages as long as their owner lives.
     *
     * @param owner who uses them; referenced weakly; what it kept out before is forgotten
     * @param secrets keys and passwords; those shorter than six characters are left alone
     */
    public static void hide(Object owner, Collection<String> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST) {
                addForms(forms, secret);
            }
        }
        synchronized (SECRETS) {
            if (forms.isEmpty()) {
                SECRETS.remove(owner);
            } else {
                SECRETS.put(
                        owner,
                        Pattern.compile(
                                forms.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                                Pattern.CASE_INSENSITIVE));
            }
        }
    }

    private static void addForms(Set<String> forms, String secret) {
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        // In base64 a text looks different after 0, 1 and 2 other bytes; only the characters that it alone decides
        // count.
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            for (Base64.Encoder encoder : Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder())) {
                forms.add(encoder.encodeToString(shifted).substring(from, to));
            }
        }
    }

    /**
     * A text without secrets and control characters.
     *
     * @param text any text
     * @return the same, with asterisks for each secret in use and escapes such as {@code \u001B} for what is not seen
     */
    public static String clean(String text) {
        String cleaned = text;
        synchronized (SECRETS) {
            for (Pattern secret : SECRETS.values()) {
                cleaned = secret.matcher(cleaned).replaceAll(ASTERISKS);
            }
        }
        return visible(cleaned);
    }

    /**
     * Words from outside, fit to be quoted.
     *
     * @param text what a server sent
     * @return the same in one line, {@linkplain #clean(String) cleaned}, of at most 300 characters
     */
    public static String quote(String text) {
        // Cleaned before it is cut, so that no part of a secret is left at the end.
        String line = clean(text.replaceAll("\\s+", " "));
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    private static String visible(String text) {
        if (text.chars().noneMatch(Redaction::isInvisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.chars().forEach(c -> {
            if (isInvisible(c)) {
                visible.append(String.format("\\u%04X", c));
            } else {
                visible.append((char) c);
            }
        });
        return visible.toString();
    }

    /** Control and format characters, among them those that turn the direction of writing, but not the end of a line. */
    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return c != '\n'
                && (type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR);
    }

    /** The cause as it is, or a copy without what must not be seen. */
    static @Nullable Throwable clean(@Nullable Throwable cause) {
        return cause == null || isClean(cause) ? cause : new Cleaned(cause);
    }

    private static boolean isClean(Throwable thrown) {
        String text = thrown.toString();
        return (thrown instanceof ReportingException || clean(text).equals(text))
                && (thrown.getCause() == null || isClean(thrown.getCause()))
                && Arrays.stream(thrown.getSuppressed()).allMatch(Redaction::isClean);
    }

    /** Stands for an exception whose message holds a secret. */
    private static final class Cleaned extends Exception {
        private static final long serialVersionUID = 1L;

        Cleaned(Throwable thrown) {
            super(clean(thrown.toString()), clean(thrown.getCause()));
            setStackTrace(thrown.getStackTrace());
        }
    }
}
