package org.vigil.shared.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {

    private static final String BASIC = "basic";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Vigil")
                        .version("v1")
                        .description("Times are ISO-8601 with an offset; answers are in UTC. Unknown fields are refused."
                                + " Errors are application/problem+json with a detail that a person can act on. Bodies"
                                + " over 32 MB get 413. A batch is answered item by item, in the order sent, and can be"
                                + " sent again without doubling anything."))
                .addSecurityItem(new SecurityRequirement().addList(BASIC))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("A local account; no session is made.")));
    }
}
