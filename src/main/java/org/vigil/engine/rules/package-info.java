/** Pure decisions of the engine: is this database durable, this clock right, this trigger alive? */
@NullMarked
package org.vigil.engine.rules;

import org.jspecify.annotations.NullMarked;
