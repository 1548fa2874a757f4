package org.candela.displayqa.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.calibration.MeasuredAt;
import org.candela.calibration.ProfileLimit;
import org.candela.calibration.Quantity;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.FieldSeen;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaOutcome;
import org.junit.jupiter.api.Test;

class FiguresTest {
    /** The four places between the corners are dark: five places see nothing of it. */
    private static final QaOutcome EDGES_DARK = outcome(List.of(100, 60, 100, 60, 100, 60, 100, 60, 100));

    // [utest->req~displayqa.measured-at~1]
    @Test
    void aStandardOfFivePlacesIsNotJudgedByNine() throws Exception {
        Figures figures = Evidence.of(EDGES_DARK, Bench.ROOM, Bench.NOW);

        assertEquals(0, figures.of(uniformity("tg18-primary")), 1e-12, "corners and centre alone");
        assertEquals(2 * 40.0 / 160, figures.of(uniformity("acr-aapm-siim-primary")), 1e-12, "all nine");
    }

    // [utest->req~displayqa.measured-at~1]
    @Test
    void aLimitFor18LevelsIsNotAssessedBy52Alone() throws Exception {
        ProfileLimit limit = CalibrationProfile.shipped("tg18-primary").limits().stream()
                .filter(candidate -> candidate.quantity() == Quantity.CONTRAST_DEVIATION)
                .findFirst()
                .orElseThrow();
        assertEquals(18, limit.measuredAt().levels());

        Figures fine = new Figures(
                new java.util.TreeMap<>(java.util.Map.of(Figures.key(Quantity.CONTRAST_DEVIATION, 52), 0.04)));

        assertTrue(fine.has(Quantity.CONTRAST_DEVIATION));
        assertEquals(Assessment.NOT_ASSESSED, Verdict.of(limit, fine).result());
    }

    // [utest->req~displayqa.room-illuminance~1]
    @Test
    void lightOfTheRoomMayBeAsOldAsTheStandardSays() {
        Figures fiveDaysOld = new Figures(new TreeMap<>(Map.of(Figures.aged(5), 40.0)));

        assertEquals(
                Assessment.NOT_ASSESSED, Verdict.of(roomWithin(0), fiveDaysOld).result());
        assertEquals(
                Assessment.NOT_ASSESSED, Verdict.of(roomWithin(4), fiveDaysOld).result());
        assertEquals(Assessment.PASS, Verdict.of(roomWithin(7), fiveDaysOld).result());
    }

    private static ProfileLimit roomWithin(int days) {
        return new ProfileLimit(
                Quantity.ROOM_ILLUMINANCE,
                ProfileLimit.Operator.AT_MOST,
                75,
                new MeasuredAt(0, 0, List.of(), days),
                new ProfileLimit.Origin("clause", "edition", "source", "none"));
    }

    private static ProfileLimit uniformity(String profile) throws Exception {
        return CalibrationProfile.shipped(profile).limits().stream()
                .filter(limit -> limit.quantity() == Quantity.NON_UNIFORMITY)
                .findFirst()
                .orElseThrow();
    }

    private static QaOutcome outcome(List<Integer> rowByRow) {
        List<Luminance> places = new ArrayList<>();
        rowByRow.forEach(value -> places.add(new Luminance(value)));
        return new QaOutcome(
                QaKind.UNIFORMITY,
                new Bench().photometer.identity(),
                new QaOutcome.TableSeen("", true),
                List.of(new FieldSeen(FieldSeen.BRIGHT, Uniformity.of(places))),
                List.of());
    }
}
