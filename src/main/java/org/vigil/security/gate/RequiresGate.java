package org.vigil.security.gate;

import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.vigil.audit.AuditLog;
import org.vigil.audit.AuditNote;
import org.vigil.shared.CurrentViewer;
import org.vigil.shared.Requires;
import org.vigil.shared.SubjectRef;
import org.vigil.shared.SubjectType;
import org.vigil.shared.Viewer;

/**
 * Checks {@link Requires} before a service method runs. What stands on the method counts before what stands on the
 * type. The console's own engine may call anything; nobody signed in may call nothing.
 */
final class RequiresGate implements MethodInterceptor {

    private final ObjectProvider<CurrentViewer> viewer;
    private final ObjectProvider<AuditLog> audit;

    RequiresGate(ObjectProvider<CurrentViewer> viewer, ObjectProvider<AuditLog> audit) {
        this.viewer = viewer;
        this.audit = audit;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var needed = needed(call);
        if (needed == null) {
            return call.proceed();
        }
        var who = viewer.getObject().find().orElse(null);
        if (who == null) {
            throw new AccessDeniedException("Sign in first.");
        }
        if (!who.isEngine() && !allows(needed, who)) {
            refuse(call, who);
        }
        return call.proceed();
    }

    private void refuse(MethodInvocation call, Viewer who) {
        var type = AopUtils.getTargetClass(call.getThis()).getSimpleName();
        var what = type + "." + call.getMethod().getName();
        audit.getObject()
                .record(who, AuditNote.refused(new SubjectRef(SubjectType.ACCOUNT, accountId(who), who.username()),
                        "Not allowed by the account's duties: " + what));
        throw new AccessDeniedException("Your duties don't allow this.");
    }

    private static long accountId(Viewer who) {
        return who.accountId() == null ? 0 : who.accountId();
    }

    private static boolean allows(Requires needed, Viewer who) {
        return needed.value().length == 0 || Stream.of(needed.value()).anyMatch(who::has);
    }

    private static @Nullable Requires needed(MethodInvocation call) {
        if (call.getMethod().getDeclaringClass() == Object.class || call.getThis() == null) {
            return null;
        }
        var type = AopUtils.getTargetClass(call.getThis());
        var method = AopUtils.getMostSpecificMethod(call.getMethod(), type);
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(type, Requires.class);
    }
}
