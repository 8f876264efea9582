package org.vigil.alert;

/**
 * How many alerts the viewer may see that ask for something; 1,000 stands for 1,000 or more.
 *
 * @param open raised or acknowledged
 * @param unacknowledged of those, the ones that nobody has acknowledged
 * @param mine of the open ones, those assigned to the viewer
 */
public record AlertCounts(int open, int unacknowledged, int critical, int high, int mine, int snoozed) {}
