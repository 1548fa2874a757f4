package org.candela.calibration.pattern;

import static org.candela.calibration.pattern.Painted.BASE;
import static org.candela.calibration.pattern.Painted.PORTRAIT_3MP;
import static org.candela.calibration.pattern.Painted.PORTRAIT_5MP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~calibration.pattern-exact~1]
class ContrastPatternsTest {
    @Test
    void everyStepOfTheContrastPatternHasADarkAndABrightHalfMoon() {
        Painted ct = Painted.of("SYN-CT", BASE);

        for (int i = 0; i < 16; i++) {
            int level = 8 + 16 * i;
            int row = i / 4;
            int column = row % 2 == 0 ? i % 4 : 3 - i % 4;
            int x = 308 + 102 * column;
            int y = 308 + 102 * row;
            ct.assertFilled(level - 4, x, y, 10, 10);
            ct.assertFilled(level + 4, x + 92, y, 10, 10);
            ct.assertFilled(level - 2, x + 35, y + 50, 16, 2);
            ct.assertFilled(level + 2, x + 51, y + 50, 16, 2);
            assertEquals(level, ct.at(x + 33, y + 51), "beside the disc");
            assertEquals(level, ct.at(x + 51, y + 33), "above the disc");
        }
    }

    @Test
    void faintLinesRiseByOneLevelFromColumnToColumn() {
        Painted ad = Painted.of("SYN-AD", PORTRAIT_5MP);
        int left = (1024 - 420) / 2 * 2;
        int top = left + 256;

        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 7; column++) {
                ad.assertFilled(4 * row, left + 120 * column, top + 120 * row, 120, 2);
                ad.assertFilled(4 * row + column + 1, left + 120 * column, top + 120 * row + 2, 120, 2);
            }
        }
        assertEquals(0, ad.at(0, 0));
    }

    @Test
    void everyBoxOfTheForcedChoiceHasOneSquareOfItsQuadrant() {
        Painted afc = Painted.of("SYN-AFC", PatternRequest.of(PORTRAIT_3MP).withSeed(7));
        int[] sides = {2, 3, 4, 6};

        for (int quadrant = 0; quadrant < 4; quadrant++) {
            int level = 128 + new int[] {2, 3, 4, 6}[quadrant];
            assertEquals(64L * sides[quadrant] * sides[quadrant], afc.count(level), "quadrant " + quadrant);
        }
    }

    @Test
    void theTruthIsWhereTheSquareLies() {
        for (int step = 1; step <= 20; step++) {
            PatternRequest request = PatternRequest.of(BASE).withSeed(11).withStep(step);
            Painted afc = Painted.of("SYN-AFC", request);
            int index = AfcPattern.trialBox(request);
            int left = index % 16 * 64;
            int top = index / 16 * 64;
            int level = 128 + new int[] {2, 3, 4, 6}[AfcPattern.quadrant(index)];
            double x = 0;
            double y = 0;
            int found = 0;
            for (int i = 0; i < 64 * 64; i++) {
                if (afc.at(left + i % 64, top + i / 64) == level) {
                    x += i % 64 - 31.5;
                    y += Math.floorDiv(i, 64) - 31.5;
                    found++;
                }
            }
            Direction seen = Math.abs(x) > Math.abs(y)
                    ? (x > 0 ? Direction.RIGHT : Direction.LEFT)
                    : (y > 0 ? Direction.DOWN : Direction.UP);

            assertTrue(found > 0);
            assertEquals(seen, TestPatterns.get("SYN-AFC").truth(request).orElseThrow(), "picture " + step);
            assertEquals(200, afc.at(left, top), "the box is framed");
        }
    }

    @Test
    void twentyBoxesAreAskedForFiveAQuadrantNoneTwice() {
        Set<Integer> boxes = new HashSet<>();
        int[] quadrants = new int[4];
        for (int step = 1; step < TestPatterns.get("SYN-AFC").steps(BASE); step++) {
            int box = AfcPattern.trialBox(PatternRequest.of(BASE).withSeed(3).withStep(step));
            boxes.add(box);
            quadrants[AfcPattern.quadrant(box)]++;
        }

        assertEquals(20, boxes.size());
        assertEquals(List.of(5, 5, 5, 5), List.of(quadrants[0], quadrants[1], quadrants[2], quadrants[3]));
    }

    @Test
    void placesFollowTheSeedAndAreSpreadEvenly() {
        assertEquals(AfcPattern.targets(5), AfcPattern.targets(5));
        assertNotEquals(AfcPattern.targets(5), AfcPattern.targets(6));

        Map<Direction, Integer> counts = new EnumMap<>(Direction.class);
        for (long seed = 0; seed < 50; seed++) {
            AfcPattern.targets(seed).forEach(target -> counts.merge(target.direction(), 1, Integer::sum));
        }
        // 12 800 draws, a quarter each: 3200, standard deviation 49
        counts.values().forEach(count -> assertTrue(Math.abs(count - 3200) < 250, counts.toString()));
    }

    @Test
    void theBarInTheRoomTestIsThreeLevelsOnBlackInTheHalfThatIsTrue() {
        Set<Direction> truths = new HashSet<>();
        for (int step = 0; step < 8; step++) {
            PatternRequest request = PatternRequest.of(PORTRAIT_3MP).withSeed(1).withStep(step);
            Painted ambient = Painted.of("SYN-AMBIENT", request);
            Direction truth = TestPatterns.get("SYN-AMBIENT").truth(request).orElseThrow();
            int half = truth == Direction.LEFT ? 0 : 768;
            long inHalf = 0;
            for (int y = 0; y < 2048; y++) {
                for (int x = half; x < half + 768; x++) {
                    inHalf += ambient.at(x, y) == 3 ? 1 : 0;
                }
            }
            truths.add(truth);
            assertEquals(96 * 512, inHalf);
            assertEquals(96 * 512, ambient.count(3));
            assertEquals(1536 * 2048 - 96 * 512, ambient.count(0));
        }
        assertEquals(Set.of(Direction.LEFT, Direction.RIGHT), truths);
    }

    /** The first draws of java.util.Random are alike for seeds beside each other. */
    @Test
    void theSideCannotBeLearntFromTheSeed() {
        TestPattern pattern = TestPatterns.get("SYN-AMBIENT");
        int right = 0;
        int changes = 0;
        Direction before = Direction.LEFT;
        for (int i = 0; i < 8 * 200; i++) {
            Direction truth = pattern.truth(
                            PatternRequest.of(BASE).withSeed(i / 8).withStep(i % 8))
                    .orElseThrow();
            right += truth == Direction.RIGHT ? 1 : 0;
            changes += truth == before ? 0 : 1;
            before = truth;
        }
        // 1600 draws, half each: 800, standard deviation 20
        assertTrue(Math.abs(right - 800) < 100, "right " + right);
        assertTrue(Math.abs(changes - 800) < 100, "changes " + changes);
    }

    /** Radii in mm, at 0.25 mm a pixel: 600, 60, and GA20 80 pixels. */
    @ParameterizedTest
    @CsvSource({"SYN-GV,255,60", "SYN-GQ,255,60", "SYN-GA20,255,80", "SYN-GVN,0,60"})
    void glarePatternsAreDrawnInMillimetres(String id, int disc, int dark) {
        Painted glare = Painted.of(id, PatternRequest.of(PORTRAIT_3MP).withPixelPitchMm(0.25));

        assertEquals(disc, glare.at(768 + dark, 1024));
        assertEquals(0, glare.at(768 + dark - 1, 1024));
        assertEquals(disc, glare.at(768 + 599, 1024));
        assertEquals(0, glare.at(768 + 600, 1024));
    }

    @Test
    void fiveObjectsAreInTheDarkAndTheQuantitativePatternHasNone() {
        Painted glare = Painted.of("SYN-GV", BASE);
        Painted quantitative = Painted.of("SYN-GQ", BASE);
        Painted bright = Painted.of("SYN-GQB", BASE);

        for (int level : new int[] {2, 4, 6, 8, 10}) {
            assertTrue(glare.count(level) > 500, "level " + level); // 15.4 pixels of radius
            assertEquals(0, quantitative.count(level));
        }
        assertEquals(255, bright.at(512, 512));
        assertEquals(1024 * 1024, Painted.of("SYN-GQN", BASE).count(0));
    }

    @Test
    void theRampsRunOnceThroughAllValuesOfTwelveBits() {
        PatternRequest request = PatternRequest.of(PORTRAIT_3MP).withDepth(PatternDepth.TWELVE);
        Painted mp = Painted.of("SYN-MP", request);

        for (int value = 0; value < 4096; value++) {
            int x = value / 256 * 96 + 50;
            assertEquals(value, mp.at(x, value % 256 * 8));
            assertEquals(value, mp.at(x, value % 256 * 8 + 7));
        }
        assertEquals(3, marks(mp, 0, 0, 128, 6) - marks(mp, 0, 0, 128, 16), "10-bit steps between two of 8 bits");
        assertEquals(15, marks(mp, 0, 0, 2048, 16), "steps of 8 bits");
        assertEquals(63, marks(mp, 0, 0, 2048, 6), "steps of 10 bits");
    }

    /** Rows whose pixel {@code length − 1} differs from the ramp beside the marks. */
    private static int marks(Painted mp, int left, int from, int to, int length) {
        int marks = 0;
        for (int y = from; y < to; y++) {
            marks += mp.at(left + length - 1, y) == mp.at(left + 50, y) ? 0 : 1;
        }
        return marks;
    }

    @Test
    void theSmptePatternHasElevenStepsAndItsInsets() {
        Painted smpte = Painted.of("SYN-SMPTE", BASE);

        for (int i = 0; i < 11; i++) {
            Box step = SmptePattern.step(i);
            smpte.assertFilled((int) Math.round(25.5 * i), step.left(), step.top(), 96, 96);
        }
        assertEquals(13, smpte.at(464, 800));
        assertEquals(0, smpte.at(420, 800));
        assertEquals(242, smpte.at(560, 800));
        assertEquals(255, smpte.at(515, 800));
        for (int i = 0; i < 24; i++) {
            assertEquals(i % 2 == 0 ? 255 : 0, smpte.at(16 + i, 16));
            assertEquals(i / 3 % 2 == 0 ? 255 : 0, smpte.at(64 + i, 16));
        }
    }
}
