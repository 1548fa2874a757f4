package org.candela.calibration.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candela.image.DisplayLut;
import org.candela.image.GrayscalePipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestPatternsTest {
    static List<TestPattern> patterns() {
        return TestPatterns.list();
    }

    // [utest->req~calibration.pattern-synthetic~1]
    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternSaysThatItIsSyntheticAndAfterWhat(TestPattern pattern) {
        PatternRequest request = PatternRequest.of(new PatternSize(256, 256))
                .withDepth(pattern.facts().depths().iterator().next());
        String statement = pattern.paint(request).statement();

        assertTrue(pattern.id().startsWith("SYN-"));
        assertTrue(statement.startsWith("SYNTHETIC pattern " + pattern.id() + " (after "), statement);
        assertTrue(statement.contains("Reference: "), statement);
        assertFalse(pattern.facts().exact().isBlank());
        assertFalse(pattern.facts().reading().isBlank());
    }

    @Test
    void namesAndCodesAreThereOnce() {
        Set<String> ids = new HashSet<>();
        Set<String> codes = new HashSet<>();

        for (TestPattern pattern : TestPatterns.list()) {
            assertTrue(ids.add(pattern.id()), pattern.id());
            pattern.facts().code().ifPresent(code -> assertTrue(codes.add(code.value()), code.value()));
        }
        assertEquals(99, ids.size());
    }

    /** PS3.16 Annex D. */
    @ParameterizedTest
    @CsvSource({
        "QC,109801", "OIQ,109901", "CT,109804", "LN8-01,109805", "LN8-18,109822", "LN12-01,109823", "LN12-18,109840",
        "UN10,109841", "UN80,109842", "UNL10,109843", "UNL80,109844", "AD,109845", "MP,109846", "RH10,109847",
        "RH89,109849", "RV10,109850", "RV89,109852", "PX,109853", "CX,109854", "LPH10,109855", "LPH89,109857",
        "LPV10,109858", "LPV89,109860", "AFC,109861", "NS10,109862", "NS89,109864", "GV,109865", "GVN,109866",
        "GQ,109867", "GQN,109868", "GQB,109869", "GA03,109870", "GA10,109873", "GA30,109877", "SMPTE,109943"
    })
    void patternsKnowTheCodeOfWhatTheyAreAfter(String name, String code) {
        assertEquals(
                code,
                TestPatterns.find(name)
                        .orElseThrow()
                        .facts()
                        .code()
                        .orElseThrow()
                        .value());
    }

    @Test
    void aNameIsFoundWithAndWithoutItsPrefixInAnyCase() {
        assertEquals("SYN-LPV50", TestPatterns.find("lpv50").orElseThrow().id());
        assertEquals("SYN-LPV50", TestPatterns.find("SYN-LPV50").orElseThrow().id());
        assertTrue(TestPatterns.find("TG18-QC").isEmpty(), "the published label is not ours");
    }

    // [utest->req~calibration.pattern-exact~1]
    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternIsTheSameEachTimeOnEveryScreen(TestPattern pattern) {
        PatternDepth depth = pattern.facts().depths().iterator().next();
        for (PatternSize size : List.of(new PatternSize(800, 600), new PatternSize(1536, 2048))) {
            PatternRequest request = PatternRequest.of(size).withDepth(depth).withSeed(3);

            assertArrayEquals(
                    pattern.paint(request).frame().samples(),
                    pattern.paint(request).frame().samples());
        }
    }

    @ParameterizedTest
    @CsvSource({"1024,1024,1,true", "1536,2048,1,true", "2048,2560,2,true", "3840,2160,2,true", "1000,2000,1,false"})
    void squarePatternsGrowByWholeNumbersAndSaySo(int width, int height, int scale, boolean isWhole) {
        PatternImage image = TestPatterns.get("SYN-QC").paint(PatternRequest.of(new PatternSize(width, height)));

        assertEquals(scale, image.scale());
        assertEquals(isWhole, image.isWhole());
        assertEquals(scale > 1, image.statement().contains("Scaled by " + scale + ", all elements kept"));
        assertEquals(!isWhole, image.statement().contains("cut off"));
    }

    /** AAPM OR-03: windows 256/128, 4096/2048, and 4080/2040 for PQC, LN, AFC. */
    @ParameterizedTest
    @CsvSource({
        "QC,EIGHT,128,256",
        "QC,TWELVE,2048,4096",
        "PQC,TWELVE,2040,4080",
        "LN8-03,TWELVE,2040,4080",
        "AFC,TWELVE,2040,4080",
        "LN12-05,TWELVE,2040,4080",
        "UN80,TWELVE,2048,4096"
    })
    void theWindowShowsTheWholeRange(String name, PatternDepth depth, double center, double width) {
        PatternImage image = TestPatterns.find(name)
                .orElseThrow()
                .paint(PatternRequest.of(Painted.BASE).withDepth(depth));

        assertEquals(center, image.window().center());
        assertEquals(width, image.window().width());
    }

    /** What a level is must not depend on the bits it is written with: 8 bits through the window give P = 257 · level. */
    @Test
    void levelsReachTheDisplayTableAsTheyAre() {
        GrayscalePipeline pipeline = TestPatterns.get("SYN-QC")
                .paint(PatternRequest.of(Painted.BASE))
                .pipeline();
        for (int level = 0; level < 256; level++) {
            assertEquals(257 * level, pipeline.pValue(level));
            assertEquals(level, DisplayLut.IDENTITY.argb(pipeline.pValue(level)) & 0xFF);
        }
        for (String name : List.of("SYN-QC", "SYN-PQC")) {
            GrayscalePipeline twelve = TestPatterns.get(name)
                    .paint(PatternRequest.of(Painted.BASE).withDepth(PatternDepth.TWELVE))
                    .pipeline();
            double perLevel = name.equals("SYN-QC") ? 4095 / 255.0 : 16;
            for (int level = 0; level < 256; level++) {
                int pValue = twelve.pValue((int) Math.round(level * perLevel));
                assertEquals(257 * level, pValue, 16, name + " " + level); // a value of 12 bits is 16 P-values
            }
        }
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        PatternRequest request = PatternRequest.of(Painted.BASE);

        assertThrows(IllegalArgumentException.class, () -> TestPatterns.get("SYN-LN12-01")
                .paint(request));
        assertThrows(
                IllegalArgumentException.class, () -> TestPatterns.get("SYN-QC").paint(request.withStep(1)));
        assertThrows(IllegalArgumentException.class, () -> new PatternSize(63, 2048));
        assertThrows(IllegalArgumentException.class, () -> new PatternSize(16384, 16384));
        assertThrows(IllegalArgumentException.class, () -> request.withPixelPitchMm(0));
        assertThrows(IllegalArgumentException.class, () -> request.withPixelPitchMm(Double.NaN));
    }
}
