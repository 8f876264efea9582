package org.vigil.person.search;

import org.vigil.shared.SubjectRef;

/**
 * A record other than a person that is called by what was typed.
 *
 * @param kind in a word: "Call"
 * @param detail one line that tells it from others, without anybody's name
 * @param path of the screen that shows it
 */
public record FoundRecord(SubjectRef subject, String kind, String detail, String path) {}
