/** The nightly verification and the hourly anchor. */
@NullMarked
package org.vigil.audit.jobs;

import org.jspecify.annotations.NullMarked;
