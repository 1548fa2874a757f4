package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.candela.facility.Turnaround;
import org.candela.facility.UrgencyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FacilityUrgencyTest {
    // [utest->req~cli.facility-urgency~1]
    @Test
    void promisesAndWordsAreToldAddedToAndTakenBack() {
        FacilityUrgency told = told(
                "--sla",
                "STAT=20m,routine=1h30m,STAT:ct=15m",
                "--priority-word",
                "high=STAT,rush=urgent",
                "--overdue-routine",
                "rises");

        assertEquals(
                new Turnaround(Duration.ofMinutes(20), Duration.ofHours(2), Duration.ofMinutes(90)),
                told.over(Turnaround.START));
        UrgencyRules rules = told.over(UrgencyRules.STANDARD);
        assertEquals("HIGH=STAT; RUSH=URGENT; STAT:CT=15m; overdue routine rises", rules.text());

        FacilityUrgency back = told("--priority-word", "HIGH=standard", "--sla", "STAT:CT=standard");
        assertEquals("RUSH=URGENT; overdue routine rises", back.over(rules).text());
    }

    // [utest->req~cli.facility-urgency~1]
    @Test
    void whatIsNotToldStaysAsItWas() {
        assertEquals(UrgencyRules.STANDARD, told().over(UrgencyRules.STANDARD));
        assertEquals(Turnaround.START, told().over(Turnaround.START));
        assertFalse(told("--sla", "STAT=20m").isGiven());
        assertTrue(told("--sla", "STAT:CT=20m").isGiven());
    }

    // [utest->req~cli.facility-urgency~1]
    @ParameterizedTest
    @CsvSource({
        "--sla, STAT=soon, not a time such as 30m",
        "--sla, SOON=30m, 'not STAT, URGENT or ROUTINE: SOON'",
        "--sla, STAT=0m, longer than nothing",
        "--sla, STAT:CT=0m, longer than nothing",
        "--sla, STAT:=20m, not a modality",
        "--sla, STAT, not NAME=VALUE: STAT",
        "--priority-word, HIGH=now, 'not STAT, URGENT or ROUTINE: now'",
        "--overdue-routine, flies, is stays or rises"
    })
    void whatCannotBeARuleIsRefused(String option, String value, String words) {
        FacilityUrgency told = told(option, value);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> {
            Turnaround turnaround = told.over(Turnaround.START);
            UrgencyRules rules = told.over(UrgencyRules.STANDARD);
            throw new AssertionError(turnaround + " " + rules.text());
        });
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
    }

    private static FacilityUrgency told(String... options) {
        return CommandLine.populateCommand(new FacilityUrgency(), options);
    }
}
