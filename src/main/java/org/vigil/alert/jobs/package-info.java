/** What runs on the engine's clock for alerts: the e-mails that are wanted. */
@NullMarked
package org.vigil.alert.jobs;

import org.jspecify.annotations.NullMarked;
