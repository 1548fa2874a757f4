package org.candela.calibration.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The visual tests and the sets they are made in. */
// [impl->req~calibration.visual-sets~1]
public final class VisualTests {
    private static final int CLOSE_MM = 300;
    private static final String OR_03 = "AAPM OR-03";
    private static final String UNVERIFIED = " (unverified)";

    private static final VisualTest QC = test(
            "qc",
            "SYN-QC",
            Optional.of(method(109701, "Overall image quality")),
            CLOSE_MM,
            "Look from 30 cm, the room as it is for reading.",
            VisualQuestion.of(
                    "whole",
                    "Is the border seen on all four sides, and are all lines straight?",
                    "Border and grid complete and straight; " + OR_03),
            VisualQuestion.of(
                    "patches",
                    "Are all 16 patches told apart, each with its four corners?",
                    "All patches and corner squares seen; " + OR_03),
            VisualQuestion.of(
                    "ends",
                    "Are the 5 % square in black and the 95 % square in white both seen?",
                    "Both seen; " + OR_03),
            VisualQuestion.of(
                    "ramps",
                    "Are both ramps smooth, without steps or turns?",
                    "No contours beyond the 256 levels; " + OR_03),
            VisualQuestion.of(
                    "artefacts",
                    "Is the picture free of flicker, spots, smears and dead pixels?",
                    "No artefacts, no flicker; " + OR_03));
    private static final VisualTest SIMPLE = test(
            "simple",
            "SYN-SQC",
            Optional.empty(),
            CLOSE_MM,
            "Look from 30 cm, the room as it is for reading.",
            VisualQuestion.of(
                    "squares",
                    "Are both lattices seen in all 18 squares?",
                    "All 18 squares with both sub-squares; AAPM Report 270"),
            VisualQuestion.of(
                    "strip",
                    "Is the strip below smooth, and are the lines at its end even?",
                    "No contours, lines resolved; AAPM Report 270"));
    private static final VisualTest CONTRAST = test(
            "contrast",
            "SYN-CT",
            Optional.of(method(109703, "Luminance response")),
            CLOSE_MM,
            "Look from 30 cm.",
            VisualQuestion.of(
                    "half-moons",
                    "Are both halves of all 16 discs seen, and all corner squares?",
                    "All half-moons and corners seen; " + OR_03));
    private static final VisualTest ROOM = test(
            "room",
            "SYN-AD",
            Optional.empty(),
            0,
            "Look once with the room as it is for reading and once in the dark.",
            VisualQuestion.of(
                    "same",
                    "Are the faint lines seen in the light of the room as they are in the dark?",
                    "No difference between room light and dark; " + OR_03));
    private static final VisualTest LINES = lines("lines", "SYN-LPV50");
    private static final VisualTest LEVEL_LINES = lines("level-lines", "SYN-LPH50");
    private static final VisualTest DEPTH = test(
            "depth",
            "SYN-MP",
            Optional.of(method(109702, "Grayscale resolution")),
            CLOSE_MM,
            "Look from 30 cm.",
            VisualQuestion.of(
                    "steps",
                    "Are steps in the ramps no wider than the distance of the long marks?",
                    "At least 8 bits are shown; " + OR_03));
    private static final VisualTest BRIGHT = spots("bright", "SYN-UN80");
    private static final VisualTest DARK = spots("dark", "SYN-UN10");
    private static final VisualTest GLARE = test(
            "glare",
            "SYN-GV",
            Optional.of(method(109707, "Veiling glare")),
            0,
            "Hide the bright disc with a mask if there is one.",
            VisualQuestion.of(
                    "objects",
                    "Are at least three of the five discs in the dark middle seen?",
                    "3 of 5 on primary displays; " + OR_03 + UNVERIFIED));
    private static final VisualTest MOTION = test(
            "motion",
            "SYN-TR",
            Optional.empty(),
            0,
            "Watch the blocks move.",
            VisualQuestion.of(
                    "trails",
                    "Do the blocks move without trails?",
                    "No trails that would hide detail in cine; AAPM Report 270" + UNVERIFIED));
    private static final VisualTest NOISE = noise();
    private static final VisualTest AMBIENT = test(
            "ambient",
            "SYN-AMBIENT",
            Optional.empty(),
            0,
            "The room as it is for reading. A bar is in the left or the right half: press the arrow of its side, and"
                    + " guess where you see none.",
            new VisualQuestion(
                    "side",
                    "On which side is the bar?",
                    "Seen beyond guessing: 7 of 8, chance 0.035 (two alternatives); limit ours",
                    new VisualQuestion.Choice(0, AmbientPattern.TRIALS, 2)));

    /** Before reading: under two minutes. */
    public static final VisualSet DAILY = new VisualSet("daily", List.of(QC, CONTRAST, ROOM, LINES));

    /** One pattern for each display of a desk before a shift. */
    public static final VisualSet PRE_SHIFT = new VisualSet("pre-shift", List.of(CONTRAST));

    /** The light of the room, by finding a bar. */
    public static final VisualSet ROOM_LIGHT = new VisualSet("room-light", List.of(AMBIENT));

    /** When a display is taken into use, and after service. */
    public static final VisualSet ACCEPTANCE = new VisualSet(
            "acceptance",
            List.of(
                    QC,
                    SIMPLE,
                    CONTRAST,
                    DEPTH,
                    LINES,
                    LEVEL_LINES,
                    BRIGHT,
                    DARK,
                    ROOM,
                    AMBIENT,
                    GLARE,
                    NOISE,
                    MOTION));

    private VisualTests() {}

    /** All sets. */
    public static List<VisualSet> sets() {
        return List.of(PRE_SHIFT, DAILY, ROOM_LIGHT, ACCEPTANCE);
    }

    private static VisualTest lines(String id, String pattern) {
        return test(
                id,
                pattern,
                Optional.empty(),
                CLOSE_MM,
                "Look from 30 cm, with a loupe if need be.",
                VisualQuestion.of(
                        "resolved",
                        "Are single lines seen in the middle and in every corner?",
                        "All line pairs discernible; EUREF"));
    }

    private static VisualTest spots(String id, String pattern) {
        return test(
                id,
                pattern,
                Optional.of(method(109706, "Pixel faults")),
                CLOSE_MM,
                "Look over the whole screen.",
                VisualQuestion.of(
                        "even",
                        "Is the field even, without spots, stains or dead pixels?",
                        "No disturbing unevenness or faults; " + OR_03));
    }

    /** A question a quadrant, from the largest square to the smallest. */
    private static VisualTest noise() {
        List<VisualQuestion> questions = new ArrayList<>();
        for (int i = 0; i < AfcPattern.QUADRANTS; i++) {
            int size = AfcPattern.SIZES[AfcPattern.QUADRANTS - 1 - i];
            int trials = AfcPattern.TRIALS_A_QUADRANT;
            questions.add(new VisualQuestion(
                    "size-" + size,
                    "Where in the framed box is the square?",
                    "Seen beyond guessing: 4 of 5, chance 0.016 (four alternatives). On primary displays all sizes but"
                            + " the smallest, on secondary all but the two smallest; " + OR_03 + UNVERIFIED,
                    new VisualQuestion.Choice(1 + i * trials, trials, AfcPattern.QUADRANTS)));
        }
        return test(
                "noise",
                "SYN-AFC",
                Optional.empty(),
                0,
                "Press the arrow that points from the middle of the framed box to its square; guess where you see"
                        + " none.",
                questions.subList(0, AfcPattern.QUADRANTS - 1).toArray(VisualQuestion[]::new));
    }

    private static PatternCode method(int value, String name) {
        return new PatternCode(Integer.toString(value), name + " evaluation");
    }

    private static VisualTest test(
            String id,
            String pattern,
            Optional<PatternCode> method,
            int distanceMm,
            String instruction,
            VisualQuestion... questions) {
        return new VisualTest(id, 1, TestPatterns.get(pattern), method, distanceMm, instruction, List.of(questions));
    }
}
