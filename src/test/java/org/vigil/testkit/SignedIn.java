package org.vigil.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.vigil.shared.Duty;

/**
 * The test runs as a real account with these duties and the whole force as its area; the account is made once and
 * called {@code test-supervisor}, {@code test-admin-auditor} and so on. Put it on a class or a method.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithSecurityContext(factory = SignedInFactory.class)
public @interface SignedIn {
    Duty[] value();
}
