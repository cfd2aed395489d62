package io.github.paradigmreporting.camel;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.apache.camel.spi.PropertyConfigurer;
import org.jspecify.annotations.Nullable;

/** Sets the component's options from what {@link OptionTexts} reads. */
final class ComponentOptions implements PropertyConfigurer, ExtendedPropertyConfigurerGetter {
    private final ParadigmReportingComponentConfigurer generated = new ParadigmReportingComponentConfigurer();

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        return generated.configure(context, target, name, OptionTexts.read(OptionTexts.named(name), value), ignoreCase);
    }

    @Override
    public @Nullable Class<?> getOptionType(String name, boolean ignoreCase) {
        return generated.getOptionType(name, ignoreCase);
    }

    @Override
    public @Nullable Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return generated.getOptionValue(target, name, ignoreCase);
    }

    @Override
    public String[] getAutowiredNames() {
        return generated.getAutowiredNames();
    }

    @Override
    public @Nullable Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return generated.getCollectionValueType(target, name, ignoreCase);
    }

    @Override
    public Map<String, Object> getAllOptions(Object target) {
        return Map.of();
    }
}
