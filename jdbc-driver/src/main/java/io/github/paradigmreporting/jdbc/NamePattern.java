package io.github.paradigmreporting.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A name as metadata calls give it: {@code %}, {@code _} and {@code \} as escape; null is any; whatever the case. */
record NamePattern(@Nullable String text) {
    boolean matches(String name) {
        return text == null || matches(text.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Of all that % may stand for, only the last one is tried longer: metadata calls cannot be cancelled. */
    private static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int retryPattern = -1;
        int retryName = 0;
        while (n < name.length() || p < pattern.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            boolean escaped = c == '\\' && p + 1 < pattern.length();
            char wanted = escaped ? pattern.charAt(p + 1) : c;
            if (c == '%') {
                retryPattern = ++p;
                retryName = n;
            } else if (p < pattern.length()
                    && n < name.length()
                    && (wanted == name.charAt(n) || (!escaped && c == '_'))) {
                p += escaped ? 2 : 1;
                n++;
            } else if (retryPattern >= 0 && retryName < name.length()) {
                p = retryPattern;
                n = ++retryName;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Whether a catalog is one we have rows for: there are none, so it must not be named. */
    static boolean noCatalog(@Nullable String catalog) {
        return catalog == null || catalog.isEmpty() || catalog.equals("%");
    }
}
