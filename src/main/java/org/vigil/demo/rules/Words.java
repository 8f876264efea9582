package org.vigil.demo.rules;

import java.util.List;

/** Invented names, streets and openings of calls. Telephone numbers are of the range kept for drama. */
final class Words {

    static final List<String> WOMEN = List.of(
            "Amelia", "Bethan", "Chloe", "Deborah", "Elin", "Farah", "Gemma", "Hannah", "Iman", "Joanne", "Kezia", "Leah",
            "Megan", "Nadine", "Olivia", "Priya", "Rhian", "Sadia", "Tamsin", "Zofia");
    static final List<String> MEN = List.of(
            "Aaron", "Bilal", "Callum", "Darren", "Ewan", "Farid", "Gareth", "Hassan", "Ivan", "Jerome", "Kyle", "Liam",
            "Marcus", "Nathan", "Owen", "Piotr", "Rhys", "Stephen", "Tariq", "Wayne");
    static final List<String> FAMILY = List.of(
            "Addlestrop", "Barrowclough", "Cattermole", "Dunnicliffe", "Entwhistle", "Farthingale", "Grimsdyke",
            "Hollowell", "Inglethorpe", "Jessamy", "Kettlewell", "Lightbown", "Mossop", "Nuttersfield", "Oakhanger",
            "Pennyfather", "Quillish", "Ramsbotham", "Sorrelby", "Thistlewood", "Umpleby", "Vellacott", "Winterbourne",
            "Yarrowby");
    static final List<String> STREETS = List.of(
            "Ashby Road", "Bellmaker Street", "Cooper's Rise", "Dovecote Lane", "Engine Terrace", "Ferryman's Walk",
            "Gannet Close", "Haymarket Court", "Ivy Bank", "Joiner Street", "Kiln Row", "Lock Keeper's Way",
            "Millpond Avenue", "Nightingale Drive", "Old Tannery Road", "Paddock View", "Quarryman's Hill",
            "Ropewalk Lane", "Saddler Street", "Tanner's Yard");
    static final List<String> OPENINGS = List.of(
            "Caller says her former partner is outside, banging on the door. She is upstairs with the phone.",
            "Neighbour reports shouting and things being thrown next door. It has gone quiet in the last minutes.",
            "Caller reports that her husband pushed her against the wall. He has left on foot.",
            "Caller has had more than twenty messages today from her former partner, some of them threats.",
            "Caller's son has taken her bank card and threatened her when she asked for it back.",
            "Line open, a woman's voice in the background, then cleared. Called back twice: no answer.",
            "Caller says her partner will not let her leave and has taken her keys.",
            "School reports what a pupil said this morning about last night at home.",
            "Caller reports that his partner has damaged his car and is threatening to harm herself.",
            "Caller's former partner was seen near her place of work in spite of conditions.",
            "Daughter calls for her mother: father has been drinking and has smashed the kitchen.",
            "Caller wants advice: partner checks her phone and follows her to work.");
    static final List<String> TEAMS = List.of("Control room A", "Control room B", "Control room C", "Control room D");
    static final List<String> LOWERING_REASONS = List.of(
            "Suspect has left, caller safe with neighbour", "Caller asked for an appointment in the morning");
    static final List<String> NO_CRIME_REASONS = List.of(
            "Verbal argument, no offence disclosed by either party", "Caller mistaken about the address, nobody there");

    private Words() {}
}
