package org.vigil.security.gate;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.vigil.audit.AuditLog;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Requires;

/** Puts {@link RequiresGate} before every bean that carries {@link Requires}, outside of any transaction. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class MethodGateConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor requiresAdvisor(ObjectProvider<CurrentViewer> viewer, ObjectProvider<AuditLog> audit) {
        var onType = new ComposablePointcut(AnnotationMatchingPointcut.forClassAnnotation(Requires.class));
        var anywhere = onType.union(AnnotationMatchingPointcut.forMethodAnnotation(Requires.class));
        var advisor = new DefaultPointcutAdvisor(anywhere, new RequiresGate(viewer, audit));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }
}
