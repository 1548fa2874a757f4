package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~delivery.refusal~1]
class RefusalTest {
    /** Codes: HL7 v2.5.1, table 0357; words as receivers write them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "AR unknown order \u00b7 204^Unknown key identifier^HL70357 E;UNKNOWN_ORDER",
                "AE OBR^1^3 204^Unknown key identifier^HL70357 E;UNKNOWN_ORDER",
                "AE OBR^1^18^204&Unknown key identifier&HL70357;UNKNOWN_ORDER",
                "AE Accession number 4711 not found;UNKNOWN_ORDER",
                "AR No matching request;UNKNOWN_ORDER",
                "AE Patient does not match order;WRONG_PATIENT",
                "AR wrong patient for this accession number;WRONG_PATIENT",
                "CR MRN mismatch;WRONG_PATIENT",
                "AE PID^1^5 101^Required field missing^HL70357 E;FORM",
                "AE PV1^1^2 103^Table value not found^HL70357 E;FORM",
                "AR Unsupported version id;FORM",
                "AE database busy;OTHER",
                "AE 206^Application record locked^HL70357 E;OTHER",
                "AE 207^Application internal error^HL70357 E;OTHER",
                "'';OTHER"
            })
    void wordsTellWhatIsToBeDone(String words, Refusal expected) {
        assertEquals(expected, Refusal.of(words));
    }
}
