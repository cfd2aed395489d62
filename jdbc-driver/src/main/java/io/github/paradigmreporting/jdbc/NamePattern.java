package io.github.paradigmreporting.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A name as metadata calls give it: {@code %}, {@code _} and {@code \} as escape; null is any; whatever the case. */
record NamePattern(@Nullable String text) {
    boolean matches(String name) {
        return text == null || matches(text.toLowerCase(Locale.ROOT), 0, name.toLowerCase(Locale.ROOT), 0);
    }

    private static boolean matches(String pattern, int p, String name, int n) {
        int i = p;
        int j = n;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '%') {
                for (int k = j; k <= name.length(); k++) {
                    if (matches(pattern, i + 1, name, k)) {
                        return true;
                    }
                }
                return false;
            }
            boolean escaped = c == '\\' && i + 1 < pattern.length();
            char wanted = escaped ? pattern.charAt(i + 1) : c;
            if (j >= name.length() || (wanted != name.charAt(j) && (escaped || c != '_'))) {
                return false;
            }
            i += escaped ? 2 : 1;
            j++;
        }
        return j == name.length();
    }

    /** Whether a catalog is one we have rows for: there are none, so it must not be named. */
    static boolean noCatalog(@Nullable String catalog) {
        return catalog == null || catalog.isEmpty() || catalog.equals("%");
    }
}
