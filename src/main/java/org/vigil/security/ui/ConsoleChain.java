package org.vigil.security.ui;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.vigil.security.gate.HeadersFirst;
import org.vigil.security.gate.SameOriginPosts;
import org.vigil.security.gate.ScreenSignIn;
import org.vigil.security.gate.SignInFailures;
import org.vigil.security.session.LiveSessions;
import org.vigil.security.session.SessionGate;

/** The chain of the screens: a session, the sign-in page, and Vaadin's own requests. */
@Configuration(proxyBeanMethods = false)
class ConsoleChain {

    @Bean
    @Order(3)
    SecurityFilterChain screens(
            HttpSecurity http,
            ScreenSignIn signIn,
            SignInFailures failures,
            LiveSessions sessions,
            VaadinDefaultRequestCache wanted)
            throws Exception {
        wanted.setDelegateRequestCache(withoutMark());
        return http.authenticationManager(new ProviderManager(signIn))
                .addFilterBefore(new SessionGate(sessions), SecurityContextHolderFilter.class)
                .addFilterBefore(new SameOriginPosts(), SessionGate.class)
                .csrf(csrf -> csrf.ignoringRequestMatchers(SameOriginPosts.PATHS.toArray(String[]::new)))
                .headers(headers -> headers.withObjectPostProcessor(new HeadersFirst()))
                .formLogin(form -> form.loginPage("/login").failureHandler(failures))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/session/**", "/error").permitAll())
                .with(
                        vaadin(),
                        screens -> screens.loginView(LoginView.class, "/login?ended=out")
                                // Which screen a duty may see is said on the screen; an unknown address gets a page.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated)
                                .addLogoutHandler((request, response, who) ->
                                        sessions.signedOut(request.getSession(false))))
                .build();
    }

    /** Keeps what was asked for before signing in, and doesn't mark its address with "?continue" afterwards. */
    private static HttpSessionRequestCache withoutMark() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
