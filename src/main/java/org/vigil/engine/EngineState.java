package org.vigil.engine;

/** How the watch over alerts stands, as this node sees it. */
public enum EngineState {
    /** Alerts were checked within the last half minute. */
    UP,
    /** Alerts have not been checked for more than half a minute. */
    STALE,
    /** This node takes no part in the checking, and says why. */
    STANDBY,
    /** This node can't tell: the database does not answer, or no check was ever seen. */
    DOWN
}
