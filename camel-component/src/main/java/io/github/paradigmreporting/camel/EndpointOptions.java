package io.github.paradigmreporting.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.jspecify.annotations.Nullable;

/**
 * Sets an endpoint's options by their exact names first. The generated code, which ignores case, compares names in lower case
 * of the machine's language, and a Turkish {@code commitInterval} has no dot on its second i.
 */
final class EndpointOptions implements PropertyConfigurer, PropertyConfigurerGetter {
    private final ParadigmReportingEndpointConfigurer generated = new ParadigmReportingEndpointConfigurer();

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        return generated.configure(context, target, name, value, false)
                || (ignoreCase && generated.configure(context, target, name, value, true));
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
}
