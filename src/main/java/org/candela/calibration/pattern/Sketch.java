package org.candela.calibration.pattern;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A pattern being described, step by step. */
final class Sketch {
    static final String REPORT_270 = "AAPM Report 270 (2019) and its authors' published drawings";
    private static final String REPORT_OR_03 = "AAPM On-line Report 03 (2005); names of PS3.16 Annex D";

    private final String id;
    private final String after;
    private final PatternFacts.Fit fit;
    private String reference = REPORT_OR_03;
    private Optional<PatternCode> code = Optional.empty();
    private String exact = "";
    private String reading = "";
    private LevelScale levels = LevelScale.FULL_RANGE;
    private Set<PatternDepth> depths = set(PatternDepth.EIGHT, PatternDepth.TWELVE);

    private Sketch(String id, String after, PatternFacts.Fit fit) {
        this.id = id;
        this.after = after;
        this.fit = fit;
    }

    static Sketch square(String id, String after) {
        return new Sketch(id, after, PatternFacts.Fit.SQUARE_OF_1024);
    }

    static Sketch filling(String id, String after) {
        return new Sketch(id, after, PatternFacts.Fit.FILLS_SCREEN);
    }

    Sketch reference(String text) {
        this.reference = text;
        return this;
    }

    /** The code of the TG18 pattern that it is after. */
    Sketch code(int value) {
        return code(PatternCode.pattern(value, after));
    }

    Sketch code(PatternCode of) {
        this.code = Optional.of(of);
        return this;
    }

    Sketch exact(String text) {
        this.exact = text;
        return this;
    }

    Sketch reading(String text) {
        this.reading = text;
        return this;
    }

    Sketch levels(LevelScale scale) {
        this.levels = scale;
        return this;
    }

    Sketch depths(PatternDepth... these) {
        this.depths = set(these);
        return this;
    }

    TestPattern by(PatternPainter painter) {
        return new TestPattern(
                new PatternFacts(id, after, 1, reference, code, exact, reading, levels, depths, fit), painter);
    }

    private static Set<PatternDepth> set(PatternDepth... these) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(these)));
    }
}
