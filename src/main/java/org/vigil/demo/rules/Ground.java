package org.vigil.demo.rules;

import java.util.List;
import org.vigil.incident.Locality;

/** The invented force: three districts of four beats. */
public final class Ground {

    public static final String FORCE_CODE = "WMP";
    public static final String FORCE_NAME = "Westmarch Police";

    /** A district with its beats. */
    public record District(String code, String name, List<Beat> beats) {
        public District {
            beats = List.copyOf(beats);
        }
    }

    /** A beat, and the streets that calls come from. */
    public record Beat(String code, String name, Locality locality, String postcodeDistrict) {}

    public static final List<District> DISTRICTS = List.of(
            new District(
                    "N",
                    "North",
                    List.of(
                            urban("N1", "Ashmere", "WQ1"),
                            urban("N2", "Tollgreen", "WQ2"),
                            urban("N3", "Harbour Reach", "WQ3"),
                            rural("N4", "Kestrel Moor", "WQ4"))),
            new District(
                    "C",
                    "Central",
                    List.of(
                            urban("C1", "Minster Quarter", "WQ5"),
                            urban("C2", "Foundry Lanes", "WQ6"),
                            urban("C3", "Pellbrook", "WQ7"),
                            urban("C4", "Eastwharf", "WQ8"))),
            new District(
                    "S",
                    "South",
                    List.of(
                            urban("S1", "Larksend", "WQ9"),
                            rural("S2", "Fallow Vale", "WQ10"),
                            rural("S3", "Orrin Dale", "WQ11"),
                            rural("S4", "Saltholme", "WQ12"))));

    private Ground() {}

    /** Every beat of the force, district by district. */
    public static List<Beat> beats() {
        return DISTRICTS.stream().flatMap(district -> district.beats().stream()).toList();
    }

    private static Beat urban(String code, String name, String postcode) {
        return new Beat(code, name, Locality.URBAN, postcode);
    }

    private static Beat rural(String code, String name, String postcode) {
        return new Beat(code, name, Locality.RURAL, postcode);
    }
}
