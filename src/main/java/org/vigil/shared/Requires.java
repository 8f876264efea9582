package org.vigil.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The third and decisive gate: which duties may call a service method. One of the duties is enough; none named means
 * that any signed-in account may. A refusal is audited and throws Spring Security's {@code AccessDeniedException}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Duty[] value() default {};
}
