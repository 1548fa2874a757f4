package org.candela.critical;

import static org.candela.critical.CriticalSamples.policy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~critical.policy-file~1]
class PolicyTextTest {
    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        assertEquals(policy(), PolicyText.read(PolicyText.write(policy()), ZoneOffset.UTC));
        CriticalPolicy start = CriticalPolicy.start(ZoneOffset.UTC);
        assertEquals(start, PolicyText.read(PolicyText.write(start), ZoneOffset.UTC));
    }

    @Test
    void categoriesThatAreNotNamedKeepTheirStartLimits() throws Exception {
        CriticalPolicy read = PolicyText.read("# ours\n\nlimit 1 10m\n", ZoneOffset.UTC);

        assertEquals(Duration.ofMinutes(10), read.limit(CriticalCategory.MINUTES));
        assertEquals(Duration.ofHours(2), read.limit(CriticalCategory.HOURS));
        assertEquals(Duration.ofDays(3), read.limit(CriticalCategory.DAYS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            value = {
                "limit 4 10m ^ a category is 1, 2 or 3",
                "limit 1 ten ^ a span is as 15m",
                "limit 1 0m ^ ",
                "zone Nowhere/City ^ ",
                "finding 1 ^ a finding is",
                "receiver ^ a receiver is",
                "step * 10m | nurse ^ a step is",
                "step * 10m | nurse | Jane | ^ a telephone number",
                "step * 99d | nurse | Jane | 1 ^ a step comes within",
                "speed 1 ^ \"speed\" is none of"
            })
    void aLineThatIsNoneIsNamed(String line, String said) {
        CriticalException refused = assertThrows(
                CriticalException.class, () -> PolicyText.read("# one\nreceiver nurse\n" + line, ZoneOffset.UTC));

        assertEquals("critical.policy", refused.code());
        String told = String.valueOf(refused.getMessage());
        assertTrue(told.startsWith("line 3: "), told);
        assertTrue(said == null || told.contains(said), told);
    }
}
