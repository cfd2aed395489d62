package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.settings.Setting;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The core's messages in the words of Connect's users. */
final class Messages {
    /** The core's names that are no words of English, and so are found anywhere in a message. */
    private static final Map<String, String> NAMES = Stream.concat(
                    ConnectSettings.ALL.stream().map(Setting::name), Stream.of("trustStoreType", "keyStoreType"))
            .distinct()
            .filter(name -> !name.chars().allMatch(Character::isLowerCase))
            .collect(Collectors.toUnmodifiableMap(name -> name, ConnectSettings::name));

    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.])(?:" + String.join("|", NAMES.keySet()) + ")(?!\\w)");

    private Messages() {}

    /** The message with the settings' names as they are written in a connector's configuration. */
    static String of(ReportingException error) {
        String message = String.valueOf(error.getMessage());
        if (error instanceof InvalidSettingException invalid) {
            String prefix = invalid.setting();
            if (prefix.equals("feedState")) {
                message = "'" + SourceOffset.STATE_KEY + "'" + message.substring(prefix.length());
            } else if (message.startsWith(prefix)) {
                message = name(prefix) + message.substring(prefix.length());
            }
        }
        return NAME.matcher(message
                        // A worker's environment is never read for a key.
                        .replace(
                        "apiKey, apiKeyFile or the environment variable PARADIGM_API_KEY", "apiKey or apiKeyFile"))
                .replaceAll((MatchResult found) -> NAMES.get(found.group()));
    }

    private static String name(String setting) {
        return SettingNames.isOurs(setting) ? setting : ConnectSettings.name(setting);
    }
}
