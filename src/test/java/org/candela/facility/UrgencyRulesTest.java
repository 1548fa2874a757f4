package org.candela.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.facility.PriorityWords.Vocabulary;
import org.candela.facility.UrgencyRules.OverdueRoutine;
import org.candela.facility.UrgencyRules.Promised;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyRulesTest {
    private static final UrgencyRules OWN = UrgencyRules.STANDARD
            .withWords(PriorityWords.STANDARD.with(" high ", ReadingPriority.STAT))
            .withPromise(new Promised(ReadingPriority.STAT, "CT"), Duration.ofMinutes(20))
            .withPromise(new Promised(ReadingPriority.STAT, "MR"), Duration.ofMinutes(45))
            .withOverdueRoutine(OverdueRoutine.RISES);

    @TempDir
    private Path folder;

    // [utest->req~facility.priority-words~1]
    @ParameterizedTest
    @CsvSource({
        "DICOM, STAT, STAT",
        "DICOM, HIGH, URGENT",
        "DICOM, MEDIUM, ROUTINE",
        "DICOM, ROUTINE, ROUTINE",
        "DICOM, LOW, ROUTINE",
        "UPS, HIGH, STAT",
        "UPS, MEDIUM, URGENT",
        "UPS, LOW, ROUTINE",
        "HL7, S, STAT",
        "HL7, A, URGENT",
        "HL7, R, ROUTINE",
        "HL7, P, URGENT",
        "HL7, C, URGENT",
        "HL7, T, URGENT",
        "FHIR, stat, STAT",
        "FHIR, asap, URGENT",
        "FHIR, urgent, URGENT",
        "FHIR, routine, ROUTINE",
        "DICOM, ' high ', URGENT"
    })
    void eachStandardsWordsMeanOneOfThree(Vocabulary vocabulary, String word, ReadingPriority meant) {
        assertEquals(Optional.of(meant), PriorityWords.STANDARD.meaning(vocabulary, word));
    }

    // [utest->req~facility.priority-words~1]
    @Test
    void aFacilitysOwnMeaningComesFirstAndAnUnknownWordMeansNothing() {
        assertEquals(Optional.of(ReadingPriority.STAT), OWN.words().meaning(Vocabulary.DICOM, "High"));
        assertEquals(Optional.empty(), OWN.words().meaning(Vocabulary.DICOM, "S"));
        assertEquals(Optional.empty(), OWN.words().meaning(Vocabulary.HL7, ""));
        assertThrows(IllegalArgumentException.class, () -> new PriorityWords(Map.of(" ", ReadingPriority.STAT)));
    }

    // [utest->req~facility.promises~1]
    @Test
    void ofThePromisesForAStudysModalitiesTheShortestCountsElseTheTurnaround() {
        assertEquals(Duration.ofMinutes(20), promised(ReadingPriority.STAT, Set.of("CT", "MR", "SR")));
        assertEquals(Duration.ofMinutes(45), promised(ReadingPriority.STAT, Set.of("MR")));
        assertEquals(Duration.ofMinutes(30), promised(ReadingPriority.STAT, Set.of("US")));
        assertEquals(Duration.ofHours(24), promised(ReadingPriority.ROUTINE, Set.of("CT")));
    }

    private static Duration promised(ReadingPriority priority, Set<String> modalities) {
        return OWN.promised(priority, modalities, Turnaround.START);
    }

    // [utest->req~facility.promises~1]
    @Test
    void rulesAreKeptAndReplacedAsTheyWereTold() throws Exception {
        FacilityId north = new FacilityId("north");
        try (Database database = Database.open(folder.resolve("f.db"), Clock.systemUTC())) {
            Facilities facilities = new Facilities(database, new AuditLog(), Clock.systemUTC());
            assertEquals(UrgencyRules.STANDARD, facilities.urgency(north));

            facilities.saveUrgency(north, OWN);
            assertEquals(OWN, facilities.urgency(north));
            assertEquals("HIGH=STAT; STAT:CT=20m; STAT:MR=45m; overdue routine rises", OWN.text());

            facilities.saveUrgency(north, UrgencyRules.STANDARD);
            assertEquals(UrgencyRules.STANDARD, facilities.urgency(north));
            assertTrue(AuditVerifier.verify(database).isIntact());
        }
    }
}
