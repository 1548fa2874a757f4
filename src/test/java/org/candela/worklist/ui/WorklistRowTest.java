package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorklistRowTest {
    @ParameterizedTest
    @CsvSource({"head, true", "HEAD stat, true", "north one, true", "A77, true", "chest, false", "head chest, false"})
    void everyWordMustOccurSomewhere(String search, boolean expected) {
        assertEquals(expected, row().matches(search));
    }

    private static WorklistRow row() {
        Patient patient = new Patient("1", "", "SYNTHETIC^ONE", Optional.empty(), "O");
        StudySummary study = new StudySummary(
                new StudyIdentity(new Uid("1.1"), patient, "A77", Optional.empty(), "CT HEAD", ""),
                new FacilityId("north"),
                Set.of("CT"),
                1,
                Optional.of(ReadingPriority.STAT),
                Optional.empty());
        ReadingItem item = new ReadingItem(
                study,
                new ReadingItem.Urgency(ReadingPriority.STAT, true, Instant.EPOCH, Instant.EPOCH),
                ReadingState.READY,
                Optional.empty(),
                new ReadingItem.Listing(Instant.EPOCH, true));
        return new WorklistRow(
                item,
                ReadingPriority.STAT,
                "in 1 min",
                WorklistRow.Lateness.ON_TIME,
                new WorklistRow.Origin("north", WorklistRow.Actuality.CURRENT),
                "SYNTHETIC, One",
                "CT",
                "CT HEAD",
                "ready",
                "");
    }
}
