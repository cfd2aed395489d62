package io.github.paradigmreporting.core.settings;

import java.util.Locale;

/** How an ecosystem spells the base name of a setting. */
public enum Spelling {
    /** {@code apiKey}: JDBC properties and Camel options. */
    CAMEL_CASE {
        @Override
        public String spell(String name) {
            return name;
        }
    },
    /** {@code paradigm.api.key}: Kafka Connect. */
    DOTTED {
        @Override
        public String spell(String name) {
            return "paradigm." + split(name, ".");
        }
    },
    /** {@code PARADIGM_API_KEY}: environment variables. */
    ENVIRONMENT {
        @Override
        public String spell(String name) {
            return "PARADIGM_" + split(name, "_").toUpperCase(Locale.ROOT);
        }
    };

    /**
     * Spells a base name.
     *
     * @param name base name in camelCase
     * @return the name users of the ecosystem write
     */
    public abstract String spell(String name);

    private static String split(String name, String separator) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                words.append(separator);
            }
            words.append(c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
