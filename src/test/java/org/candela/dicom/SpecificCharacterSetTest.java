package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of PS3.5 Annexes H (Japanese), I (Korean), J and K (Chinese), and what lies beside them. */
class SpecificCharacterSetTest {
    private static final HexFormat HEX = HexFormat.of();

    // [utest->req~dicom.character-sets~1]
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // H.3.1 Example 1
                "'','ISO 2022 IR 87' | Yamada^Tarou=山田^太郎=やまだ^たろう"
                        + "| 59616D6164615E5461726F753D1B24423B3345441B28425E1B244242404F"
                        + "3A1B28423D1B24422464245E24401B28425E1B2442243F246D24261B2842",
                // H.3.2 Example 2
                "'ISO 2022 IR 13','ISO 2022 IR 87' | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"
                        + "| D4CFC0DE5EC0DBB33D1B24423B3345441B284A5E1B244242404F"
                        + "3A1B284A3D1B24422464245E24401B284A5E1B2442243F246D24261B284A",
                // I.2 Example
                "'','ISO 2022 IR 149' | Hong^Gildong=洪^吉洞=홍^길동"
                        + "| 486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D73D1B242943C8AB5E1B242943B1E6B5BF",
                // J.1 Example of UTF-8
                "'ISO_IR 192' | Wang^XiaoDong=王^小東=" + "| 57616E675E5869616F446F6E673DE78E8B5EE5B08FE69DB13D",
                // J.2 Example of GB18030
                "'GB18030' | Wang^XiaoDong=王^小东=" + "| 57616E675E5869616F446F6E673DCDF55ED0A1B6AB3D",
                // K.2 Example of ISO 2022 IR 58
                "'','ISO 2022 IR 58' | Zhang^XiaoDong=张^小东="
                        + "| 5A68616E675E5869616F446F6E673D1B242941D5C55E1B242941D0A1B6AB3D",
            })
    void theExamplesOfTheStandardAreReadAndWritten(String terms, String name, String bytes) {
        SpecificCharacterSet set = setOf(terms);
        byte[] encoded = HEX.parseHex(bytes);

        assertTrue(set.isSupported());
        assertEquals(name, set.decode(encoded, VR.PN));
        assertArrayEquals(encoded, set.encode(name).orElseThrow());
    }

    // [utest->req~dicom.character-sets~1]
    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, E9, é",
        "ISO_IR 101, B1, ą",
        "ISO_IR 109, A1, Ħ",
        "ISO_IR 110, A2, ĸ",
        "ISO_IR 144, B1, Б",
        "ISO_IR 127, C7, ا",
        "ISO_IR 126, C1, Α",
        "ISO_IR 138, E0, א",
        "ISO_IR 148, FD, ı",
        "ISO_IR 203, A4, €",
        "ISO_IR 166, A1, ก",
        "ISO_IR 13, D4, ﾔ",
        "GBK, CDF5, 王",
        "ISO 2022 IR 100, E9, é",
        "ISO-IR 100, E9, é",
        "iso_ir 192, C3A9, é"
    })
    void eachSingleTermHasItsRepertoire(String term, String bytes, String character) {
        SpecificCharacterSet set = SpecificCharacterSet.of(List.of(term));

        assertEquals(character, set.decode(HEX.parseHex(bytes), VR.LO));
        assertArrayEquals(HEX.parseHex(bytes), set.encode(character).orElseThrow());
    }

    // [utest->req~dicom.character-sets~1]
    @ParameterizedTest
    @CsvSource({
        "ISO 2022 IR 101, 1B2D42B1, ą",
        "ISO 2022 IR 109, 1B2D43A1, Ħ",
        "ISO 2022 IR 110, 1B2D44A2, ĸ",
        "ISO 2022 IR 144, 1B2D4CB1, Б",
        "ISO 2022 IR 127, 1B2D47C7, ا",
        "ISO 2022 IR 126, 1B2D46C1, Α",
        "ISO 2022 IR 138, 1B2D48E0, א",
        "ISO 2022 IR 148, 1B2D4DFD, ı",
        "ISO 2022 IR 203, 1B2D62A4, €",
        "ISO 2022 IR 166, 1B2D54A1, ก",
        "ISO 2022 IR 13, 1B2949D4, ﾔ",
        "ISO 2022 IR 159, 1B2428443021, 丂"
    })
    void eachSetIsInvokedByItsEscapeSequence(String term, String bytes, String character) {
        SpecificCharacterSet set = SpecificCharacterSet.of(List.of("", term));

        assertEquals(character, set.decode(HEX.parseHex(bytes), VR.LO));
        assertEquals(character, set.decode(set.encode(character).orElseThrow(), VR.LO));
    }

    /** PS3.5 §6.1.2.5.3: Greek invoked in one value is gone in the next, and after a line end in a text. */
    // [utest->req~dicom.character-sets~1]
    @ParameterizedTest
    @CsvSource({"LO, 5C, \\", "SH, 5C, \\", "PN, 5E, ^", "PN, 3D, =", "LT, 0D, '\r'", "UT, 0A, '\n'", "ST, 09, '\t'"})
    void aDelimiterBringsBackTheFirstSet(VR vr, String delimiter, String character) {
        SpecificCharacterSet set = setOf("'ISO 2022 IR 100','ISO 2022 IR 126'");

        assertEquals("éα" + character + "é", set.decode(HEX.parseHex("E91B2D46E1" + delimiter + "E9"), vr));
    }

    @Test
    void aCaretIsNoDelimiterOutsideNamesNorABackslashInText() {
        SpecificCharacterSet set = setOf("'ISO 2022 IR 100','ISO 2022 IR 126'");

        assertEquals("α^α", set.decode(HEX.parseHex("1B2D46E15EE1"), VR.LO));
        assertEquals("α\\α", set.decode(HEX.parseHex("1B2D46E15CE1"), VR.UT));
    }

    /** The second byte of 予 (4D3D) is an equals sign, of 表 (493D) too, and of 充 (3D3C) the first. */
    // [utest->req~dicom.character-sets~1]
    @Test
    void delimitersWithinTwoByteCharactersDelimitNothing() {
        SpecificCharacterSet set = setOf("'','ISO 2022 IR 87'");
        Attributes dataSet = new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "", "ISO 2022 IR 87")
                .set(Tag.PatientName, VR.PN, "A=予^表充");

        assertEquals("A=予^表充", dataSet.string(Tag.PatientName).orElseThrow());
        assertEquals("予ソ能", set.decode(set.encode("予ソ能").orElseThrow(), VR.LO));
    }

    @Test
    void trailBytesOfChineseThatLookLikeABackslashSeparateNoValues() {
        Attributes dataSet =
                new Attributes().set(Tag.SpecificCharacterSet, VR.CS, "GBK").set(Tag.PatientComments, VR.LO, "誠");

        assertEquals(List.of("誠"), dataSet.strings(Tag.PatientComments));
        assertEquals(0x5C, dataSet.bytes(Tag.PatientComments).orElseThrow()[1]);
    }

    @Test
    void everyTextWrittenIsReadAgain() {
        SpecificCharacterSet set =
                setOf("'ISO 2022 IR 100','ISO 2022 IR 126','ISO 2022 IR 144','ISO 2022 IR 87','ISO 2022 IR 149'");
        String text = "Zoë^αΑé=Боб é\\山田 ë\r\nñ 홍=길動a";

        for (VR vr : List.of(VR.PN, VR.LO, VR.UT)) {
            assertEquals(text, set.decode(set.encode(text).orElseThrow(), vr));
        }
    }

    // [utest->req~dicom.text~1]
    @ParameterizedTest
    @ValueSource(strings = {"41E9", "1B5A41", "41801B"})
    void whatBelongsToNoSetIsVisiblyUnknown(String bytes) {
        String text = SpecificCharacterSet.DEFAULT.decode(HEX.parseHex(bytes), VR.LO);

        assertTrue(text.contains("A") && text.contains("\uFFFD"), text);
    }

    @Test
    void halfACharacterIsVisiblyUnknown() {
        SpecificCharacterSet set = setOf("'','ISO 2022 IR 87'");

        assertEquals("山\uFFFD", set.decode(HEX.parseHex("1B24423B3345"), VR.LO));
    }

    @Test
    void anUnknownTermReadsAsciiAlone() {
        SpecificCharacterSet set = SpecificCharacterSet.of(List.of("ISO_IR 999"));

        assertFalse(set.isSupported());
        assertEquals("A\uFFFD", set.decode("Aé".getBytes(StandardCharsets.ISO_8859_1), VR.LO));
    }

    @Test
    void whatASetLacksIsNotWritten() {
        assertEquals(Optional.empty(), setOf("'','ISO 2022 IR 87'").encode("홍"));
        assertEquals(
                Optional.empty(), SpecificCharacterSet.of(List.of("ISO_IR 13")).encode("¥"));
    }

    /** In JIS X 0201 byte 5C is a yen sign, and still the delimiter of values. */
    @Test
    void aYenSignIsADelimiterWhereValuesAreDelimited() {
        SpecificCharacterSet set = SpecificCharacterSet.of(List.of("ISO_IR 13"));

        assertEquals("A\\B", set.decode(HEX.parseHex("415C42"), VR.LO));
        assertEquals("A¥B", set.decode(HEX.parseHex("415C42"), VR.LT));
    }

    @Test
    void aNameHasThreeGroupsOfFiveComponents() {
        PersonName name = PersonName.of("Yamada^Tarou^^Dr=山田^太郎=やまだ^たろう");

        assertEquals(new PersonName.Group("Yamada", "Tarou", "", "Dr", ""), name.alphabetic());
        assertEquals("山田", name.ideographic().family());
        assertEquals("たろう", name.phonetic().given());
        assertEquals("Yamada^Tarou^^Dr=山田^太郎=やまだ^たろう", name.toString());
        assertTrue(PersonName.of("==").alphabetic().isEmpty());
        assertEquals("=山田", PersonName.of("=山田=").toString());
    }

    private static SpecificCharacterSet setOf(String quoted) {
        return SpecificCharacterSet.of(List.of(quoted.replace("'", "").split(",", -1)));
    }
}
