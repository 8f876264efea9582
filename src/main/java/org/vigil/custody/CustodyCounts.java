package org.vigil.custody;

/**
 * How many records of each kind a viewer has.
 *
 * @param overdue of those in custody, how many past a limit
 * @param bailEnding of those on bail, how many whose bail ends within 14 days or has ended
 */
public record CustodyCounts(int inCell, int overdue, int onBail, int bailEnding) {}
