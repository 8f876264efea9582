package org.vigil.bench;

/** One benchmark: it seeds what it needs, measures, and writes its section. */
interface Scenario {

    /** As the command line names it. */
    String name();

    /**
     * Runs it.
     *
     * @param scale open deadlines, where the scenario has any
     * @return whether every bar was met
     */
    boolean run(int scale) throws Exception;
}
