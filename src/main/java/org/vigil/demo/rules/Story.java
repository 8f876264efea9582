package org.vigil.demo.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.vigil.incident.CallMessage;
import org.vigil.incident.RiskGrade;
import org.vigil.shared.UkTime;

/**
 * What happened in the invented force up to the moment at which the demonstration starts: settled calls of the past
 * weeks, and calls of the last day with something breached, something about to be, and something calm.
 */
public final class Story {

    private static final long SEED = 20_261_121L;
    /** Calls by hour of the local day, per hundred of a quiet hour: evenings and nights are busy. */
    private static final int[] BUSY = {9, 8, 6, 4, 3, 2, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7, 8, 9, 10, 11, 12, 12, 11, 10};

    private final RandomGenerator random = new Random(SEED);
    private final Instant start;
    private final List<Ground.Beat> beats = Ground.beats();
    private int number;

    /** @param start the instant to which the whole story leads up */
    public Story(Instant start) {
        this.start = start;
    }

    /** Settled calls, oldest first: whole local days, the last of them the day before yesterday. */
    public List<CallMessage> past(int days, int callsPerDay) {
        var calls = new ArrayList<CallMessage>();
        for (var day = days + 1; day >= 2; day--) {
            var midnight = UkTime.startOf(UkTime.localDay(start).minusDays(day));
            for (var call = 0; call < callsPerDay; call++) {
                calls.add(settled(midnight.plus(Duration.ofMinutes(minuteOfDay()))));
            }
        }
        return calls;
    }

    /** The calls since yesterday's first hour, some of them still running. */
    public List<CallMessage> lately() {
        var calls = new ArrayList<CallMessage>();
        var yesterday = UkTime.startOf(UkTime.localDay(start).minusDays(1));
        for (var at = yesterday; at.isBefore(ago(120)); at = at.plus(minutes(random.nextInt(25, 75)))) {
            calls.add(underWay(at));
        }
        calls.addAll(troubles());
        calls.addAll(running());
        return calls;
    }

    private CallMessage settled(Instant receivedAt) {
        var call = next(receivedAt);
        if (random.nextInt(7) == 0) {
            call.notDomesticAbuse();
        }
        var arrival = arrivalMinutes(call);
        var room = (int) Duration.between(receivedAt, start).minus(arrival).toMinutes() - 1;
        var toRecord = random.nextInt(50) == 0 ? random.nextInt(1500, 2400) : random.nextInt(60, 900);
        var recorded = arrival.plus(minutes(Math.min(toRecord, room)));
        call.attended(arrival);
        if (random.nextInt(5) == 0) {
            call.noCrime(recorded);
        } else {
            call.crimeRecorded(recorded);
        }
        if (random.nextInt(3) == 0) {
            call.arrested(arrival.plusMinutes(random.nextInt(5, 60)));
        }
        return call.assessed(riskGrade(), arrival.plusMinutes(45)).closed(recorded).write();
    }

    private CallMessage underWay(Instant receivedAt) {
        var call = next(receivedAt);
        var arrival = arrivalMinutes(call);
        var age = Duration.between(receivedAt, start);
        if (arrival.compareTo(age) >= 0) {
            return call.write();
        }
        call.attended(arrival);
        var recorded = arrival.plusMinutes(random.nextInt(30, 200));
        var tooOldToLeaveOpen = age.compareTo(Duration.ofHours(22)) > 0;
        if (recorded.compareTo(age) < 0 && (tooOldToLeaveOpen || random.nextInt(5) != 0)) {
            call.crimeRecorded(recorded);
        }
        return call.write();
    }

    /** What a supervisor must hear about. */
    private List<CallMessage> troubles() {
        return List.of(
                next(ago(330), "N1", "IMMEDIATE")
                        .regraded("PRIORITY", minutes(6), null, null)
                        .attended(minutes(52))
                        .crimeRecorded(minutes(200))
                        .write(),
                next(ago(214), "C2", "IMMEDIATE")
                        .regraded("SCHEDULED", minutes(11), Words.LOWERING_REASONS.getFirst(), "PS 2268 Pritchard")
                        .write(),
                next(ago(402), "S1", "PRIORITY")
                        .flagTakenOff(minutes(25), null)
                        .attended(minutes(58))
                        .write(),
                next(ago(161), "C4", "RESOLUTION").resolvedWithoutDeployment(minutes(35)).write(),
                next(ago(97), "N3", "IMMEDIATE").attendedBeforeItWasReceived().write(),
                next(ago(27 * 60), "S2", "IMMEDIATE").attended(minutes(17)).assessed(RiskGrade.HIGH, minutes(80)).write(),
                next(ago(25 * 60 + 20), "N2", "PRIORITY").attended(minutes(44)).write());
    }

    /** Calls whose clocks run as the demonstration starts. */
    private List<CallMessage> running() {
        return List.of(
                next(ago(49), "N1", "IMMEDIATE").write(),
                next(ago(13), "C1", "IMMEDIATE").write(),
                next(ago(12), "N2", "IMMEDIATE").write(),
                next(ago(18), "S3", "IMMEDIATE").write(),
                next(ago(47), "C3", "PRIORITY").write(),
                next(ago(74), "S1", "PRIORITY").write(),
                next(ago(20), "N4", "PRIORITY").write(),
                next(ago(5), "C2", "IMMEDIATE").write(),
                next(ago(9), "S4", "SCHEDULED").write(),
                next(ago(35), "C1", "IMMEDIATE").attended(minutes(11)).write(),
                next(ago(16), "N3", "IMMEDIATE").attended(minutes(9)).write());
    }

    private CallWriter next(Instant receivedAt) {
        var grade = switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> "IMMEDIATE";
            case 4, 5, 6, 7 -> "PRIORITY";
            default -> "SCHEDULED";
        };
        return writer(receivedAt, beats.get(random.nextInt(beats.size()))).graded(grade);
    }

    private CallWriter next(Instant receivedAt, String beat, String grade) {
        var place = beats.stream().filter(known -> known.code().equals(beat)).findFirst().orElseThrow();
        return writer(receivedAt, place).graded(grade);
    }

    private CallWriter writer(Instant receivedAt, Ground.Beat beat) {
        var day = receivedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        number++;
        return new CallWriter(
                random, "WM-%tY%<tm%<td-%05d".formatted(day, number), beat, receivedAt);
    }

    /** Mostly in time; about one call in twelve is late. */
    private Duration arrivalMinutes(CallWriter call) {
        var target = call.targetMinutes();
        var late = random.nextInt(12) == 0;
        return minutes(late ? target + random.nextInt(2, 40) : Math.max(3, random.nextInt(target / 3, target)));
    }

    private RiskGrade riskGrade() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> RiskGrade.HIGH;
            case 2, 3, 4 -> RiskGrade.MEDIUM;
            default -> RiskGrade.STANDARD;
        };
    }

    private long minuteOfDay() {
        var draw = random.nextInt(java.util.Arrays.stream(BUSY).sum());
        for (var hour = 0; hour < BUSY.length; hour++) {
            draw -= BUSY[hour];
            if (draw < 0) {
                return hour * 60L + random.nextInt(60);
            }
        }
        throw new IllegalStateException("the hours add up");
    }

    private Instant ago(int minutes) {
        return start.minus(minutes(minutes)).plusSeconds(random.nextInt(50));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
