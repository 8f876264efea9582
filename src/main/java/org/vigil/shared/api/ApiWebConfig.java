package org.vigil.shared.api;

import java.util.List;
import java.util.Map;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the API under {@code /api/v1}, with strict JSON, and answers what is not there with a problem. */
@Configuration
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiWebConfig implements WebMvcConfigurer {

    /** A client that is told 413 must be able to read it: up to this much of what it still sends is thrown away. */
    private static final int MOST_SWALLOWED_BYTES = 256 * 1024 * 1024;

    private final ApiJson json;
    private final BatchBodyResolver batches;

    ApiWebConfig(ApiJson json, BatchBodyResolver batches) {
        this.json = json;
        this.batches = batches;
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.addPathPrefix("/api/v1", HandlerTypePredicate.forAnnotation(ApiController.class));
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(batches);
    }

    /** After the controllers and before Vaadin, which would answer with a page. */
    @Bean
    SimpleUrlHandlerMapping apiNothingHere(ProblemWriter problems) {
        HttpRequestHandler nothing = (request, response) -> problems.write(request, response, 404, "Not found",
                "There is nothing at this address. /api/openapi.json describes the API.");
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothing), 1);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> apiSwallowsLargeBodies() {
        return tomcat -> tomcat.addConnectorCustomizers(
                connector -> connector.setProperty("maxSwallowSize", String.valueOf(MOST_SWALLOWED_BYTES)));
    }
}
