package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @ParameterizedTest
    @CsvSource({"'', 2", "0, 0", "5, 5", "many, 2", "-1, 2", "12, 2"})
    void casesAheadAreAsManyAsOneDigitSaysElseTheUsualTwo(String said, int expected) {
        Config config = Config.of(
                Map.of("CANDELA_CASES_AHEAD", said), Path.of("/home/reader"), new Config.Machine("Linux", "amd64"));

        assertEquals(expected, config.casesAhead());
    }

    // [utest->req~study.ahead.budget~1]
    @ParameterizedTest
    @CsvSource({"'', 20", "0, 0", "500, 500", "much, 20", "-1, 20", "1.5, 20"})
    void theRoomOfCasesAheadIsInWholeGigabytesElseTheUsualTwenty(String said, long gigabytes) {
        Config config = Config.of(
                Map.of("CANDELA_AHEAD_GB", said), Path.of("/home/reader"), new Config.Machine("Linux", "amd64"));

        assertEquals(gigabytes * 1_000_000_000L, config.aheadBytes());
    }
}
