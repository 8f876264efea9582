/** The benchmarks: each prints its figure beside what it was compared with in the same run, and keeps it in the docs. */
@NullMarked
package org.vigil.bench;

import org.jspecify.annotations.NullMarked;
