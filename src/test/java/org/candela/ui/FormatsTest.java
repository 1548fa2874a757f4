package org.candela.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT8S | 8 s",
                "PT12M59S | 12 min",
                "PT1H5M | 1 h 05 min",
                "P2DT3H | 2 d 3 h",
                "PT0S | 0 s",
                "PT-90M | \u22121 h 30 min"
            })
    void aSpanIsWrittenInItsLargestUsefulUnits(Duration span, String written) {
        assertEquals(written, Formats.span(span));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOE^JANE^Q^Dr | DOE, JANE Q",
                "DOE | DOE",
                "^JANE | JANE",
                "Yamada^Tarou=\u5c71\u7530^\u592a\u90ce | Yamada, Tarou",
                "^^^ | (no name)"
            })
    void aPersonNameIsFamilyThenGiven(String dicom, String written) {
        assertEquals(written, Formats.personName(dicom));
    }

    @ParameterizedTest
    @CsvSource({"999,999 B", "12600000,12.6 MB", "1000,1.0 kB"})
    void aSizeIsInDecimalUnits(long count, String written) {
        assertEquals(written, Formats.bytes(count));
    }

    @Test
    void aDateNamesItsMonthInLetters() {
        assertEquals("4 Mar 2026", Formats.date(LocalDate.of(2026, 3, 4)));
        assertEquals("4 Mar 2026 14:05", Formats.moment(Instant.parse("2026-03-04T14:05:09Z"), ZoneOffset.UTC));
        assertEquals("14:05:09", Formats.clock(Instant.parse("2026-03-04T14:05:09Z"), ZoneOffset.UTC));
    }
}
