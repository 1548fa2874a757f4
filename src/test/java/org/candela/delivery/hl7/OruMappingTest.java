package org.candela.delivery.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.candela.base.CandelaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

// [utest->req~delivery.mapping~1]
class OruMappingTest {
    static final java.util.List<String> SHIPPED = MappingBook.SHIPPED;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedMappingCanBeRead(String name) throws Exception {
        assertTrue(!OruMappingReader.read(MappingBook.shipped(name)).name().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "version: 2.6; must be 2.3.1, 2.4, 2.5 or 2.5.1, not 2.6 (line 2)",
                "charset: KOI8; must be one of ASCII",
                "acknowledgement: sometimes; must be one of [ORIGINAL, COMMIT, APPLICATION] (line 2)",
                "reciever: { application: RIS }; has an unknown key: reciever",
                "receiver: { app: RIS }; receiver has an unknown key: app (line 2)",
                "sender: { application: 'A|B' }; sender.application must be text for one field",
                "sender: { application: 'A\\B' }; sender.application must be text for one field",
                "order: { accession-at: [OBR18] }; order.accession-at[0] must be a place as OBR-18",
                "order: { priority: TQ1-8 }; order.priority must be one of TQ1-9",
                "text: { type: ST }; text.type must be TX or FT, not ST (line 2)",
                "text: { longest-line: 5 }; text.longest-line must be 20 or more",
                "text: { one-obx-per: word }; text.one-obx-per must be one of",
                "text: { headings: loud }; text.headings must be upper, as-written or none",
                "rows: [series]; rows[0] must be study-instance-uid",
                "status: { done: F }; status.done is none",
                "status: { final: final }; status.final must be one capital letter",
                "constants: { MSH-2: x }; cannot be told",
                "constants: { OBX-5: x }; cannot be told",
                "constants: { PV1: x }; must be a place",
                "constants: { ZRP-1: $patient-name }; names $patient-name",
                "times: { zone: Mars }; times.zone must be a time zone",
                "times: { offset: perhaps }; times.offset must be true or false",
                "'text: ['; the text is no YAML",
            })
    void everySlipIsRefusedByItsPlace(String line, String words) {
        CandelaException refused =
                assertThrows(CandelaException.class, () -> OruMappingReader.read("schema: 1\n" + line + "\n"));

        assertEquals("delivery.mapping", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
    }

    @Test
    void theSegmentForTimingCameWithVersion25() {
        for (String text : new String[] {"order: { priority: TQ1-9 }", "constants: { TQ1-2: x }"}) {
            CandelaException refused = assertThrows(
                    CandelaException.class, () -> OruMappingReader.read("schema: 1\nversion: 2.4\n" + text));
            assertTrue(String.valueOf(refused.getMessage()).contains("no TQ1"), refused.getMessage());
        }
    }

    @Test
    void whatIsNotToldIsAsMostTakeIt() throws Exception {
        assertEquals(
                OruMappingReader.read(MappingBook.shipped(MappingBook.STANDARD)),
                OruMappingReader.read("schema: 1\nname: Standard\n"));
    }
}
