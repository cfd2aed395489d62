package io.github.paradigmreporting.camel.springboot;

import io.github.paradigmreporting.camel.ParadigmReportingComponent;
import io.github.paradigmreporting.camel.ParadigmReportingComponentConfigurer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.support.PropertyBindingSupport;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The application's properties that name options of the component, in any of Spring's spellings. They are set as Camel sets
 * them everywhere else: texts become durations and numbers by Camel's rules, {@code #bean:name} is a bean, and a name that is
 * no option is refused.
 */
final class ComponentProperties {
    static final String PREFIX = "camel.component.paradigm-reporting";

    /** What Camel's starters have besides the options. */
    private static final Set<String> OF_THE_STARTER = Set.of("enabled", "customizer.enabled");

    private static final ParadigmReportingComponentConfigurer OPTIONS = new ParadigmReportingComponentConfigurer();

    private final Map<String, String> given;

    ComponentProperties(Environment environment) {
        this.given = Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }

    void applyTo(ParadigmReportingComponent component) {
        given.forEach((name, value) -> {
            if (!OF_THE_STARTER.contains(name)) {
                set(component, name, value);
            }
        });
    }

    private static void set(ParadigmReportingComponent component, String name, String value) {
        // api-key, apiKey and an environment variable's APIKEY are the same name.
        String option = name.replace("-", "").toLowerCase(Locale.ROOT);
        if (OPTIONS.getOptionType(option, true) == null) {
            throw new IllegalArgumentException("property " + PREFIX + "." + name
                    + ": the component has no such option; docs/guides/camel.md lists all");
        }
        PropertyBindingSupport.build()
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withIgnoreCase(true)
                .withMandatory(true)
                .bind(component.getCamelContext(), component, option, value);
    }
}
