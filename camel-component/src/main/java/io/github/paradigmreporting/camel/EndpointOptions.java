package io.github.paradigmreporting.camel;

import org.apache.camel.CamelContext;

/**
 * Sets an endpoint's options by their exact names first. The generated code, which ignores case, compares names in lower case
 * of the machine's language, and a Turkish {@code commitInterval} has no dot on its second i.
 */
final class EndpointOptions extends ParadigmReportingEndpointConfigurer {
    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        return super.configure(context, target, name, value, false)
                || (ignoreCase && super.configure(context, target, name, value, true));
    }
}
