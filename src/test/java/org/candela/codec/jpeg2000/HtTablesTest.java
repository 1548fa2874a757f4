package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtTablesTest {
    /** T.814 Annex C prints so many rows. That two codes never meet is checked where the table is read. */
    // [utest->req~codec.htj2k~1]
    @ParameterizedTest
    @CsvSource({"0, 444", "1, 358"})
    void everyContextIsACompletePrefixCode(int table, int expectedCodes) {
        char[] codes = HtTables.codes(table);
        int count = 0;
        for (int context = 0; context < 8; context++) {
            Set<Integer> distinct = new HashSet<>();
            for (int bits = 0; bits < 128; bits++) {
                int entry = codes[context << HtTables.CODE_BITS | bits];
                int length = entry & 7;
                assertTrue(length > 0, "no code for " + bits + " in context " + context);
                if (distinct.add(entry)) {
                    count++;
                    assertEquals(128 >> length, places(codes, context, entry));
                }
            }
        }

        assertEquals(expectedCodes, count);
    }

    private static int places(char[] codes, int context, int entry) {
        int places = 0;
        for (int bits = 0; bits < 128; bits++) {
            places += codes[context << HtTables.CODE_BITS | bits] == entry ? 1 : 0;
        }
        return places;
    }

    /** e_1 tells bits only of samples that e_k names, and e_k names only significant ones. */
    // [utest->req~codec.htj2k~1]
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void exponentBitsBelongToSignificantSamples(int table) {
        for (int entry : HtTables.codes(table)) {
            int rho = entry >>> HtTables.RHO & 0xF;
            int k = entry >>> HtTables.E_K & 0xF;
            int one = entry >>> HtTables.E_1 & 0xF;
            assertEquals(0, k & ~rho);
            assertEquals(0, one & ~k);
            assertTrue((entry & HtTables.U_OFF) != 0 || k == 0);
        }
    }
}
