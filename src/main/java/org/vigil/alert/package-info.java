/** Alerts: one open alert per problem, who is called, what they did about it, and the feed that keeps screens current. */
@NullMarked
@ApplicationModule
package org.vigil.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
