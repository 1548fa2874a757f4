package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationProfileTest {
    private static final Path FOLDER = Path.of("calibration-profiles");

    // [utest->req~calibration.profile~1]
    @Test
    void everyShippedProfileIsReadAndSaysWhoVerifiedIt() throws Exception {
        for (CalibrationProfile profile : CalibrationProfile.all()) {
            assertTrue(profile.limits().stream().noneMatch(ProfileLimit::isVerified), profile.id());
            assertFalse(profile.isVerified());
            assertFalse(profile.schedule().tests().isEmpty(), profile.id());
            assertEquals(profile, CalibrationProfile.shipped(profile.id()));
        }
    }

    /** A file that the index does not list would never be found. */
    // [utest->req~calibration.profile~1]
    @Test
    void theIndexListsEveryFileOfTheFolder() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> inFolder = files.map(
                            file -> file.getFileName().toString().replace(".yaml", ""))
                    .filter(name -> !name.equals("index"))
                    .collect(Collectors.toSet());
            Set<String> known = CalibrationProfile.all().stream()
                    .map(profile -> profile.id().replaceFirst("-rk[1-6]$", ""))
                    .collect(Collectors.toSet());

            assertEquals(inFolder, known);
        }
    }

    // [utest->req~calibration.profile~1]
    @ParameterizedTest
    @CsvSource({
        "acr-aapm-siim-primary, MAXIMUM_LUMINANCE, >=, 350",
        "acr-aapm-siim-mammography, MINIMUM_LUMINANCE, >=, 1.2",
        "acr-aapm-siim-other, CONTRAST_DEVIATION, <=, 0.2",
        "tg18-primary, MAXIMUM_LUMINANCE, >=, 171",
        "tg18-secondary, LUMINANCE_RATIO, >=, 100",
        "tg270-diagnostic, AMBIENT_RATIO, <, 0.25",
        "din-6868-157-i-rk1, ROOM_ILLUMINANCE, <=, 50",
        "din-6868-157-iii-rk2, ROOM_ILLUMINANCE, <=, 100",
        "din-6868-157-v-rk1, CONTRAST_DEVIATION, <=, 0.15",
        "din-6868-157-vi-rk5, NON_UNIFORMITY, <, 0.3",
        "jesra-1b, CONTRAST_DEVIATION, <=, 0.15",
        "ranzcr-mammography, MAXIMUM_LUMINANCE, >=, 450",
        "nyc-pdm, NON_UNIFORMITY, <, 0.3",
        "mqsa, ROOM_ILLUMINANCE, <=, 20"
    })
    void theLimitsAreThoseOfTheStandards(String id, Quantity quantity, String operator, double limit) throws Exception {
        ProfileLimit found = limit(CalibrationProfile.shipped(id), quantity);

        assertEquals(limit, found.limit());
        assertEquals(operator, found.operator().sign());
        assertFalse(found.edition().isBlank());
    }

    /** One measurement, three formulas: each standard says which, at how many places and greys. */
    // [utest->req~calibration.profile~1]
    @Test
    void aLimitSaysWhereItIsMeasured() throws Exception {
        ProfileLimit tg18 = limit(CalibrationProfile.shipped("tg18-primary"), Quantity.NON_UNIFORMITY);
        ProfileLimit tg270 = limit(CalibrationProfile.shipped("tg270-diagnostic"), Quantity.MEDIAN_DEVIATION);
        ProfileLimit response = limit(CalibrationProfile.shipped("jesra-2"), Quantity.CONTRAST_DEVIATION);

        assertEquals("5 points, grey 26, 204", tg18.measuredAt().description());
        assertEquals(new MeasuredAt(0, 9, List.of(26, 128, 204)), tg270.measuredAt());
        assertEquals("18 levels", response.measuredAt().description());
        assertEquals("", MeasuredAt.ANYTHING.description());
    }

    /** A number that could not be read never passes, whatever was measured. */
    // [utest->req~calibration.not-known~1]
    @Test
    void aLimitThatIsNotKnownIsNeverPassed() throws Exception {
        CalibrationProfile iec = CalibrationProfile.shipped("iec-62563-2");

        for (ProfileLimit limit : iec.limits()) {
            assertFalse(limit.isKnown());
            assertEquals(Assessment.NOT_ASSESSED, limit.assess(0));
            assertEquals(Assessment.NOT_ASSESSED, limit.assess(1e6));
        }
        assertEquals(Assessment.NOT_ASSESSED, Assessment.worst(List.of(Assessment.PASS, Assessment.NOT_ASSESSED)));
        assertEquals(Assessment.NOT_ASSESSED, Assessment.worst(List.of()));
        assertEquals(Assessment.FAIL, Assessment.worst(List.of(Assessment.NOT_ASSESSED, Assessment.FAIL)));
    }

    // [utest->req~calibration.profile~1]
    @Test
    void aTestIsDueAsOftenAsTheStandardSays() throws Exception {
        CalibrationProfile nyc = CalibrationProfile.shipped("nyc-pdm");

        assertTrue(nyc.schedule()
                .tests()
                .contains(new ScheduledTest(ScheduledTest.Kind.VISUAL, ScheduledTest.Every.TWO_WEEKS)));
        assertEquals(Optional.of(Duration.ofDays(14)), ScheduledTest.Every.TWO_WEEKS.period());
        assertEquals(Optional.empty(), ScheduledTest.Every.OCCASION.period());
        assertEquals(Duration.ofMinutes(30), nyc.schedule().warmUp());
    }

    /** Comments and order do not change what is asked; a number does. */
    // [utest->req~calibration.profile-hash~1]
    @Test
    void theHashIsOfTheContent() throws Exception {
        String yaml = Files.readString(FOLDER.resolve("acr-aapm-siim-primary.yaml"));
        String hash = read(yaml).sha256();

        assertEquals(hash, CalibrationProfile.shipped("acr-aapm-siim-primary").sha256());
        assertEquals(hash, read("# other words\n" + yaml).sha256());
        assertEquals(hash, read(yaml.replace("schema: 2\n", "") + "schema: 2\n").sha256());
        assertNotEquals(hash, read(yaml.replace("limit: 350", "limit: 351")).sha256());
        assertEquals(64, hash.length());
    }

    // [utest->req~calibration.goal~1]
    @Test
    void aProfileMayAskForAPowerCurveAndAFixedBlack() throws Exception {
        String yaml = Files.readString(FOLDER.resolve("acr-aapm-siim-primary.yaml"))
                .replace("function: gsdf", "function: gamma\n  exponent: 2.2")
                .replace("luminance-ratio: 350\nschedule", "minimum-luminance: 0.5\nschedule");

        CalibrationProfile profile = read(yaml);

        assertEquals(new CalibrationGoal.Gamma(2.2), profile.goal().function());
        assertEquals(720, profile.luminanceRatio(), 1e-9);
        ToneTarget target = profile.goal().in(new Luminance(0.1));
        assertEquals(0.5 + 359.5 * Math.pow(0.5, 2.2), target.luminanceAt(0.5).cdPerM2(), 1e-9);
        assertEquals(0.4, target.emittedAt(0).cdPerM2(), 1e-12);
        assertThrows(CalibrationException.class, () -> profile.goal().in(new Luminance(0.6)));
    }

    // [utest->req~calibration.profile~1]
    @Test
    void aClassWithRoomsIsNamedWithOne() {
        CalibrationException refused =
                assertThrows(CalibrationException.class, () -> CalibrationProfile.shipped("din-6868-157-iii"));

        assertEquals(
                "no calibration profile din-6868-157-iii; did you mean din-6868-157-iii-rk1, din-6868-157-iii-rk2?",
                refused.getMessage());
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
        "schema: 2, schema: 1, schema must be 2",
        "levels: 18, levels: many, levels must be a whole number greater than 0",
        "function: gsdf, function: linear, function must be gsdf or gamma",
        "function: gsdf, 'function: gsdf\n  exponent: 2', exponent belongs to gamma only",
        "luminance-ratio: 350, minimum-luminance: -1, minimum-luminance must be greater than 0",
        "'  luminance-ratio: 350\n', '', 'luminance-ratio or minimum-luminance must be given, and not both'",
        "'kind: visual', kind: look, 'kind must be one of acceptance, constancy, pre-shift, visual, after-service'",
        "'every: year', every: decade, 'every must be one of occasion, day, week, two-weeks, month, quarter, half-year, year'",
        "quantity: minimum-luminance, quantity: maximum-luminance, quantity stands twice",
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
        assertTrue(assertThrows(CalibrationException.class, () -> read("id: a\nid: b"))
                .toString()
                .contains("Duplicate field 'id'"));
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
        return ProfileReader.read(ProfileFile.parse(
                        "acr-aapm-siim-primary.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .get(0);
    }

    private static ProfileLimit limit(CalibrationProfile profile, Quantity quantity) {
        return profile.limits().stream()
                .filter(limit -> limit.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }
}
