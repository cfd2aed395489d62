package io.github.paradigmreporting.camel;

import org.apache.camel.CamelContext;

/** Sets the component's options from what {@link OptionTexts} reads. */
final class ComponentOptions extends ParadigmReportingComponentConfigurer {
    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        return super.configure(context, target, name, OptionTexts.read(OptionTexts.named(name), value), ignoreCase);
    }
}
