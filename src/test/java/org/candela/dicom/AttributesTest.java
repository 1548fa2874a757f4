package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {
    // [utest->req~dicom.numbers~1]
    @ParameterizedTest
    @ValueSource(strings = {"1,5", "abc", "1.5\\x", "--3", "0x10", "NaN"})
    void junkNumbersAreUnknown(String junk) {
        Attributes attributes = new Attributes().set(Tag.PixelSpacing, VR.DS, junk);

        assertEquals(List.of(), attributes.numbers(Tag.PixelSpacing));
        assertEquals(Optional.empty(), attributes.number(Tag.PixelSpacing));
    }

    @Test
    void paddedNumbersAreRead() {
        Attributes attributes = new Attributes().set(Tag.PixelSpacing, VR.DS, " 0.5 ", "+.25");

        assertEquals(List.of(0.5, 0.25), attributes.numbers(Tag.PixelSpacing));
    }

    @Test
    void dateAndTimeMakeAMoment() {
        Attributes attributes =
                new Attributes().set(Tag.StudyDate, VR.DA, "20260228").set(Tag.StudyTime, VR.TM, "235959.25");

        assertEquals(
                LocalDateTime.of(2026, 2, 28, 23, 59, 59, 250_000_000),
                attributes.dateTime(Tag.StudyDate, Tag.StudyTime).orElseThrow());
        assertTrue(new Attributes()
                .set(Tag.StudyDate, VR.DA, "20260230")
                .date(Tag.StudyDate)
                .isEmpty());
    }

    @Test
    void decimalStringsStayWithinSixteenCharacters() {
        Attributes attributes = new Attributes().setNumbers(Tag.PixelSpacing, VR.DS, 1 / 3.0, -1e-7 / 3);

        attributes.strings(Tag.PixelSpacing).forEach(text -> assertTrue(text.length() <= 16, text));
        assertEquals(1 / 3.0, attributes.numbers(Tag.PixelSpacing).get(0), 1e-13);
    }

    // [utest->req~dicom.json~1]
    @Test
    void aDataSetSurvivesTheJsonModel() throws DicomFormatException {
        ObjectNode json = DicomJson.toJson(DicomFiles.sample());

        Attributes back = DicomJson.fromJson(json, "test");

        assertEquals(json, DicomJson.toJson(back));
        assertEquals("Alphabetic", json.at("/00100010/Value/0").fieldNames().next());
    }
}
