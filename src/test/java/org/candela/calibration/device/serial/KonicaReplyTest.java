package org.candela.calibration.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~device.konica~1]
class KonicaReplyTest {
    @Test
    void aReplyHasACodeAndValues() {
        KonicaReply reply = KonicaReply.parse("OK00,  123.4, .3127, .3290").orElseThrow();

        assertTrue(reply.isOk());
        assertEquals(List.of("123.4", ".3127", ".3290"), reply.fields());
        assertEquals(Optional.of(123.4), reply.number(0));
        assertEquals(Optional.of(0.3127), reply.number(1));
        assertEquals(Optional.empty(), reply.number(3));
    }

    @Test
    void valuesMayBeSetOffByBlanksAlone() {
        assertEquals(
                Optional.of(79.7),
                KonicaReply.parse("OK00   79.70").orElseThrow().number(0));
    }

    @ParameterizedTest
    @CsvSource({
        "OK11, device.out-of-range",
        "OK12, device.out-of-range",
        "OK13, device.out-of-range",
        "ER00, device.unsupported",
        "ER01, device.failed",
        "ER10, device.out-of-range",
        "ER11, device.out-of-range",
        "ER12, device.out-of-range",
        "ER19, device.out-of-range",
        "ER20, device.failed",
        "ER30, device.battery",
        "ER77, device.failed"
    })
    void everyOtherCodeIsATrouble(String code, String expected) {
        KonicaReply reply = KonicaReply.parse(code).orElseThrow();

        assertFalse(reply.isOk());
        assertEquals(expected, reply.trouble().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "OK0", "OK000", "ok00", "MES", "XOK00,1.0", "ERROR"})
    void anythingElseIsNoReply(String line) {
        assertEquals(Optional.empty(), KonicaReply.parse(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "NaN", "0x10", "12.3.4", "--", "+1", "Infinity", "1234567890"})
    void whatIsNoPlainNumberIsNone(String field) {
        assertEquals(
                Optional.empty(),
                KonicaReply.parse("OK00," + field).orElseThrow().number(0));
    }
}
