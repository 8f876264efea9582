package org.vigil.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the e-mail without content goes.
 *
 * @param mailTo addresses of people or a duty desk; empty: nothing is sent, what is wanted waits, and health warns
 * @param mailFrom the sender
 */
@ConfigurationProperties("vigil.alert")
public record AlertMailProperties(@DefaultValue List<String> mailTo, @Nullable String mailFrom) {

    public AlertMailProperties {
        mailTo = mailTo.stream().map(String::strip).filter(to -> !to.isEmpty()).toList();
    }
}
