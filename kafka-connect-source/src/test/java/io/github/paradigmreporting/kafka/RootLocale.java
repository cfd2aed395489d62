package io.github.paradigmreporting.kafka;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets Kafka's own code run with the locale it needs: a broker finds its enums by the default locale, which fails where a
 * capital i has a dot (Turkish), and its files and some stock transforms write numbers in the digits of the locale (Arabic).
 */
final class RootLocale implements BeforeAllCallback, AfterAllCallback {
    private Locale before = Locale.ROOT;

    @Override
    public void beforeAll(ExtensionContext extension) {
        before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
    }

    @Override
    public void afterAll(ExtensionContext extension) {
        Locale.setDefault(before);
    }
}
