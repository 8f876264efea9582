package org.vigil.faults.node;

import org.quartz.Job;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the creation of a job fail, as a missing class or a broken bean would: Quartz then gives its trigger up. */
final class FailingJobs implements BeanPostProcessor {

    private final FaultControls controls;

    FailingJobs(FaultControls controls) {
        this.controls = controls;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof Job && controls.breaks(bean.getClass().getSimpleName())) {
            throw new IllegalStateException(bean.getClass().getSimpleName() + " can't be created, by order");
        }
        return bean;
    }
}
