package org.vigil.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** The names of the search bench, the commonest first, and how common each is. */
final class NameLists {

    private static final int FAMILY_NAMES = 14_600;

    /** What English place names, and so family names, are made of. */
    private static final String[] BEGINNINGS = ("Ash Black Brad Bram Brook Burn Cal Carl Chad Clay Cop Crow Dal Den Dray East Elm"
                    + " Fair Farn Fern Gar Glen Gold Gran Green Hal Ham Hart Haw Hazel Hen Hol Hur In Kel Ken King Kirk Lan"
                    + " Lang Lax Lin Lit Long Lud Mal Mar Mel Mid Mil More Mot Nether New Nor North Oak Old Or Os Ox Pem Pen"
                    + " Pick Pres Quar Rad Rams Red Rich Rip Rock Ros Row Rud Rush Sal Sand Sax Sea Sed Sel Sher Ship Shut"
                    + " Sil Skel South Spar Spring Stan Stap Stav Stock Stoke Strat Sun Sut Swan Tad Tam Tar Thorn Thur Til"
                    + " Tor Trow Twy Up Wad Wal Wan War Wat Wel Wes Whar Whit Wil Win Wit Wol Wor Wrex Wych Yar Yel Yor"
                    + " Barn Bart Bas Bex Bick Bil Birch Bish Bol Bos Bran Bris Brom Buck Bul Cam Cas Cat Ches Chil Chip Cob"
                    + " Col Cor Cot Cran Crom Cros Cud Cul Dar Deb Der Dod Dor Dun Dur Ed El Em En Ever Ewe Fal Far Fin Flet")
            .split(" ");

    private static final String[] ENDINGS = ("ton ley field ford worth ham wood well by den don more land side stone man son er"
                    + " wick bury croft gate bridge shaw combe ridge dale brook hurst thwaite ington ingham stead cote grave"
                    + " thorpe low holm bourne mere head house church bank hope yard wright smith lock wall water worthy ward"
                    + " weather forth grove acre mouth pool port hill garth toft wyn stow cliffe bold bert mond rick vale fold")
            .split(" ");

    private NameLists() {}

    static List<String> given() throws IOException {
        return read("given-names.txt");
    }

    /** The listed ones, and made ones until there are enough; always the same. */
    static List<String> family() throws IOException {
        var names = new LinkedHashSet<>(read("family-names.txt"));
        // Walked crosswise, so that neighbours in the list, which are alike common, are not alike.
        for (var step = 0; names.size() < FAMILY_NAMES && step < BEGINNINGS.length * ENDINGS.length; step++) {
            var beginning = BEGINNINGS[step % BEGINNINGS.length];
            var ending = ENDINGS[(step / BEGINNINGS.length + step * 7) % ENDINGS.length];
            names.add(beginning + ending);
        }
        for (var number = 0; names.size() < FAMILY_NAMES; number++) {
            names.add(BEGINNINGS[number % BEGINNINGS.length] + ENDINGS[number * 31 % ENDINGS.length]
                    + ENDINGS[number * 17 % ENDINGS.length]);
        }
        return List.copyOf(names);
    }

    /**
     * Fills so many places with the names, each as often as it is common: after Zipf and Mandelbrot, which gives the first
     * of 14,600 family names 1.2 % of all people, as Smith has, and the last ones a few in a million.
     */
    static List<String> spread(List<String> names, int places) {
        var weights = new double[names.size()];
        Arrays.setAll(weights, rank -> 1.0 / (rank + 11));
        var whole = Arrays.stream(weights).sum();
        var spread = new ArrayList<String>(places);
        var reached = 0.0;
        for (var rank = 0; rank < names.size(); rank++) {
            reached += weights[rank] / whole * (places - names.size());
            spread.add(names.get(rank));
            while (spread.size() < Math.round(reached) + rank + 1 && spread.size() < places) {
                spread.add(names.get(rank));
            }
        }
        while (spread.size() < places) {
            spread.add(names.getLast());
        }
        return spread;
    }

    private static List<String> read(String file) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NameLists.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .distinct()
                    .toList();
        }
    }
}
