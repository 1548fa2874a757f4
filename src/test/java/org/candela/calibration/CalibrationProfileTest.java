package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationProfileTest {
    private static final Path FOLDER = Path.of("calibration-profiles");

    // [utest->req~calibration.profile~1]
    @Test
    void everyShippedProfileIsReadAndSaysWhoVerifiedIt() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String id = file.getFileName().toString().replace(".yaml", "");
                CalibrationProfile profile = CalibrationProfile.shipped(id);
                assertTrue(profile.limits().stream().noneMatch(ProfileLimit::isVerified), id);
            }
        }
    }

    // [utest->req~calibration.profile~1]
    @ParameterizedTest
    @CsvSource({
        "limit: 350, limit: high, limit must be a number",
        "limit: 350, limit: -1, limit must be greater than 0",
        "'operator: \">=\"', operator: about, operator must be one of >= > <= <",
        "quantity: maximum-luminance, quantity: brightness, quantity is none that can be measured here",
        "unit: cd/m2, unit: nits, unit must be cd/m2 for L'max",
        "clause: luminance, claus: luminance, claus is no key of a profile",
        "schema: 1, schema: 2, schema must be 1",
        "id: acr, id: other-acr, id must be the name of the file"
    })
    void aBrokenProfileIsRefusedByFileAndKey(String good, String bad, String complaint) throws Exception {
        String yaml =
                Files.readString(FOLDER.resolve("acr-aapm-siim-primary.yaml")).replaceFirst(good, bad);

        CalibrationException refused = assertThrows(CalibrationException.class, () -> read(yaml));

        assertEquals("acr-aapm-siim-primary.yaml: " + complaint, refused.getMessage());
    }

    @Test
    void whatIsNoYamlIsRefused() {
        assertEquals(
                "calibration.profile-broken",
                assertThrows(CalibrationException.class, () -> read("a: [1")).code());
        assertEquals(
                "calibration.profile-missing",
                assertThrows(CalibrationException.class, () -> CalibrationProfile.shipped("../secret"))
                        .code());
    }

    /** Boundaries: whether the limit itself passes is part of the standard. */
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 350, true", "AT_LEAST, 349.9, false", "MORE_THAN, 350, false", "AT_MOST, 350, true",
        "AT_MOST, 350.1, false", "LESS_THAN, 350, false", "AT_LEAST, NaN, false", "AT_MOST, NaN, false"
    })
    void theOperatorDecidesAtTheLimit(ProfileLimit.Operator operator, double value, boolean expected) {
        assertEquals(expected, operator.holds(value, 350));
        assertFalse(operator.holds(Double.NaN, 350));
    }

    private static CalibrationProfile read(String yaml) throws Exception {
        return CalibrationProfile.read(
                "acr-aapm-siim-primary.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
