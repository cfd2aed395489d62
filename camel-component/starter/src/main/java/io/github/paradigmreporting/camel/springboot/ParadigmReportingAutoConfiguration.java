package io.github.paradigmreporting.camel.springboot;

import io.github.paradigmreporting.camel.ParadigmReportingComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Sets the component up by the properties {@code camel.component.paradigm-reporting.*}, one for each of its options; off with
 * {@code camel.component.paradigm-reporting.enabled=false}.
 */
@AutoConfiguration
@ConditionalOnClass({CamelContext.class, ParadigmReportingComponent.class})
@ConditionalOnProperty(prefix = ComponentProperties.PREFIX, name = "enabled", matchIfMissing = true)
public class ParadigmReportingAutoConfiguration {
    /** Made by Spring Boot. */
    public ParadigmReportingAutoConfiguration() {}

    /**
     * What Camel calls when it makes the component.
     *
     * @param environment where the properties are
     * @return sets the options
     */
    @Bean
    public ComponentCustomizer paradigmReportingComponentCustomizer(Environment environment) {
        return ComponentCustomizer.builder(ParadigmReportingComponent.class)
                .build(component -> new ComponentProperties(environment).applyTo(component));
    }
}
