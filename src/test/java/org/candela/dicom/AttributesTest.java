package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {
    // [utest->req~dicom.numbers~1]
    @ParameterizedTest
    @ValueSource(strings = {"1,5", "abc", "1.5\\x", "--3", "0x10", "NaN", "1e999", "1..2", "."})
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

    /** Tags, 64-bit numbers and an empty value among others are what JSON libraries like to bend. */
    // [utest->req~dicom.json~1]
    @Test
    void tagsAndLongNumbersSurviveTheJsonModelExactly() throws DicomFormatException {
        Attributes attributes = new Attributes()
                .set(Tag.FrameIncrementPointer, VR.AT, "00181063")
                .set(Tag.ExtendedOffsetTable, VR.UV, "18446744073709551615", "9007199254740993")
                .set(Tag.ImageType, VR.CS, "ORIGINAL", "", "AXIAL");

        Attributes back = DicomJson.fromJson(DicomJson.toJson(attributes), "test");

        assertEquals(List.of("00181063"), back.strings(Tag.FrameIncrementPointer));
        assertEquals(List.of("18446744073709551615", "9007199254740993"), back.strings(Tag.ExtendedOffsetTable));
        assertEquals(List.of("ORIGINAL", "", "AXIAL"), back.strings(Tag.ImageType));
    }

    // [utest->req~dicom.bulk-data-uri~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pacs.example/bulk/1?x=%20y#z",
                "../instances/1/bulk/7FE00010",
                "bulk/2",
                "file:///tmp/x?offset=8&length=4",
                "no uri at all"
            })
    void aBulkDataUriIsKeptAndWrittenAgainAsItWas(String uri) throws Exception {
        String text = "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"" + uri + "\"},\"00081115\":{\"vr\":\"SQ\","
                + "\"Value\":[{\"00420011\":{\"vr\":\"OB\",\"BulkDataURI\":\"" + uri + "\"}}]}}";

        Attributes read = DicomJson.fromJson(new ObjectMapper().readTree(text), "test");

        assertEquals(Optional.of(uri), read.bulkDataUri(Tag.PixelData));
        assertEquals(Optional.of(VR.OW), read.vr(Tag.PixelData));
        assertEquals(Optional.empty(), read.loadBytes(Tag.PixelData));
        ObjectNode back = DicomJson.toJson(read.copy());
        assertEquals(uri, back.at("/7FE00010/BulkDataURI").asText());
        assertEquals(uri, back.at("/00081115/Value/0/00420011/BulkDataURI").asText());
    }

    // [utest->req~dicom.bulk-data-uri~1]
    @Test
    void aValueThatNobodyHasFetchedIsNotWrittenAsIfItWereEmpty() {
        Attributes left = DicomFiles.sample().setBulkDataUri(Tag.PixelData, VR.OW, "bulk/1");
        DicomFile file = DicomFile.of(left, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        IOException refusal =
                assertThrows(IOException.class, () -> DicomWriter.write(file, OutputStream.nullOutputStream()));

        assertTrue(String.valueOf(refusal.getMessage()).startsWith("(7FE0,0010) "), refusal.getMessage());
    }

    // [utest->req~dicom.bulk-data-uri~1]
    @Test
    void aValueThatIsThereOutweighsItsUri() throws Exception {
        String text = "{\"00420011\":{\"vr\":\"OB\",\"BulkDataURI\":\"bulk/1\",\"InlineBinary\":\"AQI=\"}}";

        Attributes read = DicomJson.fromJson(new ObjectMapper().readTree(text), "test");

        assertArrayEquals(new byte[] {1, 2}, read.bytes(0x00420011).orElseThrow());
    }

    @Test
    void jsonNamesUtf8WhateverTheFileWasIn() {
        Attributes latin = new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.PatientName, VR.PN, "Zoë");

        ObjectNode json = DicomJson.toJson(latin);

        assertEquals("ISO_IR 192", json.at("/00080005/Value/0").asText());
        assertEquals("Zoë", json.at("/00100010/Value/0/Alphabetic").asText());
    }

    // [utest->req~dicom.text~1]
    @Test
    void textBeyondTheCharacterSetMakesTheDataSetUtf8() {
        Attributes dataSet = new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.PatientName, VR.PN, "Zoë")
                .setItems(
                        Tag.ReferencedStudySequence,
                        List.of(new Attributes().set(Tag.StudyDescription, VR.LO, "Schädel")));

        dataSet.set(Tag.StudyDescription, VR.LO, "頭部");

        assertEquals(List.of("ISO_IR 192"), dataSet.strings(Tag.SpecificCharacterSet));
        assertEquals(Optional.of("Zoë"), dataSet.string(Tag.PatientName));
        assertEquals(Optional.of("頭部"), dataSet.string(Tag.StudyDescription));
        assertEquals(
                Optional.of("Schädel"),
                dataSet.items(Tag.ReferencedStudySequence).get(0).string(Tag.StudyDescription));
    }

    // [utest->req~dicom.text~1]
    @Test
    void anItemFromAnotherCharacterSetKeepsItsText() {
        Attributes latin = new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.CodeMeaning, VR.LO, "Schädel");
        Attributes greek = new Attributes().set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 126");

        greek.setItems(Tag.AnatomicRegionSequence, List.of(latin));

        assertEquals(
                Optional.of("Schädel"),
                greek.item(Tag.AnatomicRegionSequence).orElseThrow().string(Tag.CodeMeaning));
    }

    @Test
    void addedTextTakesOnTheCharacterSet() {
        Attributes latin = new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.PatientName, VR.PN, "Zoë");

        Attributes merged = new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .addAll(latin);

        assertEquals(List.of("ISO_IR 192"), merged.strings(Tag.SpecificCharacterSet));
        assertEquals(Optional.of("Zoë"), merged.string(Tag.PatientName));
    }

    @Test
    void whatAValueRepresentationCannotHoldIsRefused() {
        Attributes attributes = new Attributes();

        assertThrows(IllegalArgumentException.class, () -> attributes.setNumbers(Tag.Rows, VR.US, 65536));
        assertThrows(IllegalArgumentException.class, () -> attributes.setNumbers(Tag.PixelSpacing, VR.DS, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> attributes.set(Tag.Modality, VR.CS, "ÄÖ"));
    }

    @Test
    void aChangeDropsGroupLengthsItMakesWrong() {
        Attributes dataSet = new Attributes().setNumbers(0x00100000, VR.UL, 14);

        dataSet.set(Tag.PatientID, VR.LO, "SYNTHETIC");

        assertFalse(dataSet.contains(0x00100000));
    }
}
