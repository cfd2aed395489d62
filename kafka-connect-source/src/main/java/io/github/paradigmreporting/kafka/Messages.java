package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.InvalidSettingException;

/** The core's messages in the words of Connect's users. */
final class Messages {
    private Messages() {}

    /** The message with the setting's name as it is written in a connector's configuration. */
    static String of(InvalidSettingException error) {
        String message = String.valueOf(error.getMessage());
        String prefix = error.setting();
        return message.startsWith(prefix) ? ConnectSettings.name(prefix) + message.substring(prefix.length()) : message;
    }
}
