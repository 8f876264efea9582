package org.vigil.incident.data;

import org.vigil.incident.Call;
import org.vigil.incident.CallState;

/** A call with what follows from it, ready to be written. */
public record StoredCall(Call call, CallState state) {}
