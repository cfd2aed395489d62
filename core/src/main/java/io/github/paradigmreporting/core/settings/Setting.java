package io.github.paradigmreporting.core.settings;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One option as one object: everything an adapter, a tool or a document needs to know about it. Immutable.
 *
 * @param name base name in camelCase
 * @param group what it is about
 * @param type kind of its value
 * @param defaultText the value when none is given, as text; null means there is none
 * @param secret whether its value must never be shown
 * @param privileged whether it makes this machine read or write files or sends traffic another way, so that it is for those who
 *     run the program and not for everyone who may name an address
 * @param description one or two sentences for users
 * @param <T> class of the value
 */
public record Setting<T>(
        String name,
        SettingGroup group,
        SettingType<T> type,
        @Nullable String defaultText,
        boolean secret,
        boolean privileged,
        String description) {

    /**
     * A setting that touches no files of this machine and sends no traffic another way.
     *
     * @param name base name in camelCase
     * @param group what it is about
     * @param type kind of its value
     * @param defaultText the value when none is given, as text; null means there is none
     * @param secret whether its value must never be shown
     * @param description one or two sentences for users
     */
    public Setting(
            String name,
            SettingGroup group,
            SettingType<T> type,
            @Nullable String defaultText,
            boolean secret,
            String description) {
        this(name, group, type, defaultText, secret, false, description);
    }

    /**
     * Reads a value.
     *
     * @param text what the user wrote
     * @param spelling how the user spells settings, for the message
     * @return the value
     * @throws InvalidSettingException when the text is not of the type's form; names the setting and the form, and the
     *     text unless this is a secret
     */
    public T parse(String text, Spelling spelling) {
        try {
            return type.parser().apply(text.trim());
        } catch (RuntimeException e) {
            // What stands before an @ in an address may be a password.
            boolean withUser = text.contains("@");
            boolean shown = !secret && !withUser;
            String problem = (shown ? "'" + text + "'" : "the given value") + " is not valid for "
                    + spelling.spell(name) + "; expected " + type.form()
                    + (withUser ? ", without a user and a password before it" : "");
            // The cause may quote the value.
            throw new InvalidSettingException(name, problem, shown ? e : null);
        }
    }

    /**
     * The default as a value.
     *
     * @return the value, or null when there is no default
     */
    public @Nullable T defaultValue() {
        return defaultText == null ? null : type.parser().apply(defaultText);
    }

    /** Written out, as is {@link #hashCode()}: settings are keys of maps, and a JVM makes a record's own at run time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Setting<?> that
                        && name.equals(that.name)
                        && group == that.group
                        && type.equals(that.type)
                        && Objects.equals(defaultText, that.defaultText)
                        && secret == that.secret
                        && privileged == that.privileged
                        && description.equals(that.description));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
