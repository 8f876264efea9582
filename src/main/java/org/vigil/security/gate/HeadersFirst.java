package org.vigil.security.gate;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Has Spring Security write its headers before the answer is made. By default it waits for the commit, which it misses
 * where the length is announced first: Vaadin's page came without any of them.
 */
public final class HeadersFirst implements ObjectPostProcessor<HeaderWriterFilter> {

    @Override
    public <O extends HeaderWriterFilter> O postProcess(O filter) {
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }
}
