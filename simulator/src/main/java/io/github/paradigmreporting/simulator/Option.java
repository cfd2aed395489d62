package io.github.paradigmreporting.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One option of the program.
 *
 * @param name with its two dashes
 * @param placeholder what its value looks like, or null when it takes none
 * @param help one line, with the default
 * @param effect what it does
 */
record Option(String name, @Nullable String placeholder, String help, Effect effect) {
    static Option flag(String name, String help, Flag flag) {
        return new Option(name, null, help, (arguments, none) -> flag.set(arguments.simulator()));
    }

    static Option of(String name, String placeholder, String help, Setter setter) {
        return new Option(name, placeholder, help, (arguments, value) -> setter.set(arguments.simulator(), value));
    }

    /** One of the names of an enum, in lower case with dashes; its placeholder lists them. */
    static <E extends Enum<E>> Option choice(String name, Class<E> type, String help, Chooser<E> chooser) {
        StringBuilder names = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            names.append(names.length() == 0 ? "" : "|").append(word(constant));
        }
        return of(name, names.toString(), help, (simulator, value) -> {
            for (E constant : type.getEnumConstants()) {
                if (word(constant).equals(value)) {
                    chooser.set(simulator, constant);
                    return;
                }
            }
            throw new IllegalArgumentException("write one of " + names);
        });
    }

    /** How help shows it: name and placeholder. */
    String usage() {
        return placeholder == null ? name : name + " " + placeholder;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What an option does with its value. */
    @FunctionalInterface
    interface Effect {
        void apply(Arguments arguments, String value);
    }

    /** A switch of the builder that is off by default. */
    @FunctionalInterface
    interface Flag {
        void set(SimulatorBuilder simulator);
    }

    /** A switch of the builder that takes a text. */
    @FunctionalInterface
    interface Setter {
        void set(SimulatorBuilder simulator, String value);
    }

    /** A switch of the builder that takes an enum. */
    @FunctionalInterface
    interface Chooser<E> {
        void set(SimulatorBuilder simulator, E value);
    }
}
