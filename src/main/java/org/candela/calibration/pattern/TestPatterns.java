package org.candela.calibration.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.calibration.pattern.LinePatterns.Course;
import org.candela.calibration.pattern.LinePatterns.Pair;

/** All patterns, in the order of the lists. */
public final class TestPatterns {
    private static final String PREFIX = "SYN-";
    private static final int STEPS = 18;
    private static final int STEP = 15;
    private static final int[] GLARE_RADII_MM = {3, 5, 8, 10, 15, 20, 25, 30};

    private static final List<TestPattern> ALL = all();

    private TestPatterns() {}

    /** Every pattern. */
    public static List<TestPattern> list() {
        return ALL;
    }

    /** The pattern called {@code name}, with or without {@code SYN-}, in letters of any case. */
    public static Optional<TestPattern> find(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return ALL.stream()
                .filter(pattern -> pattern.id().equals(wanted) || pattern.id().equals(PREFIX + wanted))
                .findFirst();
    }

    /** The pattern called {@code id}, which is one of ours. */
    static TestPattern get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no pattern " + id));
    }

    private static List<TestPattern> all() {
        List<TestPattern> all = new ArrayList<>();
        addQc(all);
        addReport270(all);
        addLuminance(all);
        addFields(all);
        addContrast(all);
        addGlare(all);
        addLines(all);
        addOthers(all);
        return List.copyOf(all);
    }

    private static void addQc(List<TestPattern> all) {
        String exact =
                "Background 128, grid 191 at 102 px, 16 patches 8 to 248 with corners -4/+4, 13 within 0, 242 within"
                        + " 255, letters of contrast 14 to 1, line pairs 0/255 and 128/130 of 1 and 2 px, bars of 256 to 2"
                        + " px.";
        String reading = "The places of the elements; ramps of 2 px a level. Grid, border and the line pairs of the"
                + " corners stand at the edges of the screen, also where it is no square.";
        all.add(Sketch.square("SYN-QC", "TG18-QC")
                .code(109801)
                .exact(exact)
                .reading(reading + " Cx at four contrasts; the blurred reference letters for scores are left out.")
                .by(new QcPattern(QcPattern.Letters.CX)));
        all.add(Sketch.square("SYN-OIQ", "TG18-OIQ")
                .reference("IEC 62563-1; as described for pacsDisplay")
                .code(new PatternCode("109901", "OIQ Pattern"))
                .exact(exact)
                .reading(reading + " The differences from TG18-QC other than the missing Cx could not be read.")
                .by(new QcPattern(QcPattern.Letters.NONE)));
    }

    private static void addReport270(List<TestPattern> all) {
        all.add(Sketch.square("SYN-SQC", "TG270-sQC")
                .reference(Sketch.REPORT_270)
                .exact("18 squares of 128 px in a winding line, lattices of 32 px, period 6 px, -5/+5 (+3 and -3 at the"
                        + " ends), squares of 256 px at 0, 128, 255, strip of 64 px with 1 px lines.")
                .reading("The ramp of the strip reaches white beside the lines; lattices end with their 32 px.")
                .by(new SqcPattern()));
        all.add(Sketch.square("SYN-PQC", "TG270-pQC")
                .reference(Sketch.REPORT_270)
                .levels(LevelScale.STEPS_OF_SIXTEEN)
                .exact("Side 87, bars 50, top 62 px; lattices +-4 and +-1 of 18, 12, 6, 4 px level and 4, 6, 12, 18 px"
                        + " upright, one-sided and double at the ends; line pairs 6, 4, 2, 2, 4, 6 px on 64 and 191.")
                .reading("The phase of upright lattices and line pairs is counted from their own corner.")
                .by(new PqcPattern()));
        for (int i = 0; i < STEPS; i++) {
            int level = STEP * i;
            String id = String.format(Locale.ROOT, "SYN-ULN8-%03d", level);
            all.add(Sketch.filling(id, String.format(Locale.ROOT, "TG270-ULN8-%03d", level))
                    .reference(Sketch.REPORT_270)
                    .exact("Full field of level " + level + ", lines of 2 px at thirds, +45 on dark, -90 on light.")
                    .reading("Dark is below 128; thirds are rounded to whole pixels.")
                    .by(FieldPatterns.ninths(level)));
        }
        all.add(Sketch.filling("SYN-TR", "TG270-TR")
                .reference(Sketch.REPORT_270)
                .exact("A sequence: 16 rows, blocks of 32 px, 6 of them, 64 px further a picture.")
                .reading("Levels of the rows as in the authors' published drawing; without its numerals. The rate is"
                        + " that of the toolkit, not proved to be that of the panel.")
                .by(new TrPattern()));
    }

    private static void addLuminance(List<TestPattern> all) {
        for (int i = 0; i < STEPS; i++) {
            String number = String.format(Locale.ROOT, "%02d", i + 1);
            all.add(luminance("8-" + number, 109805 + i, STEP * i).by(FieldPatterns.square(STEP * i)));
        }
        for (int i = 0; i < STEPS; i++) {
            String number = String.format(Locale.ROOT, "%02d", i + 1);
            all.add(luminance("12-" + number, 109823 + i, STEP * i)
                    .depths(PatternDepth.TWELVE)
                    .by(FieldPatterns.square(STEP * i)));
        }
    }

    private static Sketch luminance(String name, int code, int level) {
        return Sketch.filling("SYN-LN" + name, "TG18-LN" + name)
                .code(code)
                .levels(LevelScale.STEPS_OF_SIXTEEN)
                .exact("Level " + level + " of 255 in the middle, in steps of 15 (240 at 12 bits).")
                .reading("A square of a tenth of the screen, an even number of px; surround 153, from memory.");
    }

    private static void addFields(List<TestPattern> all) {
        String regions = "Line of 1 px, 5 % brighter on 26, darker on 204; regions of a tenth of the screen each.";
        all.add(field("UN10", 109841, 26).by(FieldPatterns.even(26)));
        all.add(field("UN80", 109842, 204).by(FieldPatterns.even(204)));
        all.add(field("UNL10", 109843, 26).reading(regions).by(FieldPatterns.withRegions(26)));
        all.add(field("UNL80", 109844, 204).reading(regions).by(FieldPatterns.withRegions(204)));
    }

    private static Sketch field(String name, int code, int level) {
        return Sketch.filling(PREFIX + name, "TG18-" + name)
                .code(code)
                .exact("Level " + level + " everywhere.")
                .reading("Nothing.");
    }

    private static void addContrast(List<TestPattern> all) {
        all.add(Sketch.square("SYN-AD", "TG18-AD")
                .code(109845)
                .exact("Faint lines near black, to be seen with the room as it is and dark.")
                .reading("All else: 7 by 7 cells of 60 px, lines of 2 px every 4, level 4 more a row, contrast 1 to 7.")
                .by(ContrastPatterns.faintLines()));
        all.add(Sketch.square("SYN-CT", "TG18-CT")
                .code(109804)
                .exact("16 levels 8 to 248, each with half-moons and corners of low contrast.")
                .reading("Squares of 102 px in a winding line; half-moons of 34 px, -2/+2; corners of 10 px, -4/+4.")
                .by(ContrastPatterns.halfMoons()));
        all.add(Sketch.square("SYN-AFC", "TG18-AFC")
                .code(109861)
                .levels(LevelScale.STEPS_OF_SIXTEEN)
                .exact("Four quadrants of boxes with a faint square at random in each.")
                .reading("256 boxes of 64 px on 128; squares of 2, 3, 4, 6 device pixels, +2, +3, +4, +6; above, right,"
                        + " below or left of the middle. A frame asks for one box. No quadrant of varied contrast.")
                .by(new AfcPattern()));
        all.add(Sketch.filling("SYN-MP", "TG18-MP")
                .code(109846)
                .depths(PatternDepth.TWELVE, PatternDepth.EIGHT)
                .exact("Ramps with marks at the steps of 8 and 10 bits.")
                .reading("Sixteen ramps side by side, each a sixteenth of the scale over the height of the screen.")
                .by(new RampPattern()));
    }

    private static void addGlare(List<TestPattern> all) {
        String objects = "Dark middle of 15 mm, five objects of 9 mm at levels 2, 4, 6, 8, 10, from memory.";
        String pitch = "Dark middle of 15 mm, from memory. Without a pixel pitch the shorter side counts as 300 mm.";
        all.add(glare("GV", 109865).reading(objects).by(GlarePattern.objects()));
        all.add(glare("GVN", 109866).reading(objects).by(GlarePattern.objectsOnBlack()));
        all.add(glare("GQ", 109867).reading(pitch).by(GlarePattern.dark(GlarePattern.DARK_RADIUS_MM)));
        all.add(glare("GQN", 109868).reading(pitch).by(GlarePattern.black()));
        all.add(glare("GQB", 109869).reading(pitch).by(GlarePattern.dark(0)));
        for (int i = 0; i < GLARE_RADII_MM.length; i++) {
            int radius = GLARE_RADII_MM[i];
            all.add(glare(String.format(Locale.ROOT, "GA%02d", radius), 109870 + i)
                    .reading("Without a pixel pitch the shorter side counts as 300 mm.")
                    .by(GlarePattern.dark(radius)));
        }
    }

    private static Sketch glare(String name, int code) {
        return Sketch.filling(PREFIX + name, "TG18-" + name)
                .code(code)
                .exact("White disc of 150 mm radius on black (black for the N patterns), dark middle as named.");
    }

    private static void addLines(List<TestPattern> all) {
        List<String> percents = List.of("10", "50", "89");
        List<Pair> pairs = List.of(Pair.OF_10, Pair.OF_50, Pair.OF_89);
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            String percent = percents.get(i);
            all.add(lines("RH" + percent, 109847 + i, pair).by(LinePatterns.single(Course.HORIZONTAL, pair)));
            all.add(lines("RV" + percent, 109850 + i, pair).by(LinePatterns.single(Course.VERTICAL, pair)));
            all.add(lines("NS" + percent, 109862 + i, pair).by(LinePatterns.areas(pair)));
            all.add(pairs("LPH" + percent, 109855 + i, pair).by(LinePatterns.pairs(Course.HORIZONTAL, pair)));
            all.add(pairs("LPV" + percent, 109858 + i, pair).by(LinePatterns.pairs(Course.VERTICAL, pair)));
        }
    }

    private static Sketch lines(String name, int code, Pair pair) {
        return Sketch.filling(PREFIX + name, "TG18-" + name)
                .code(code)
                .exact("Level " + pair.between() + "; RH and RV have five lines of 1 px at " + pair.line()
                        + ", NS is the same without them.")
                .reading("Measuring areas of an eighth of the shorter side in the middle and halfway to each corner,"
                        + " their corners marked from outside.");
    }

    private static Sketch pairs(String name, int code, Pair pair) {
        return Sketch.filling(PREFIX + name, "TG18-" + name)
                .code(code)
                .exact("Lines of 1 px, " + pair.line() + " and " + pair.between() + " in turn, on the whole screen.")
                .reading("The first is the brighter.");
    }

    private static void addOthers(List<TestPattern> all) {
        all.add(Sketch.filling("SYN-CX", "TG18-CX")
                .code(109854)
                .exact("Full field of the letters Cx.")
                .reading("Letters of 5 by 7 px in cells of 24 by 16 on black, contrast falling row by row; without the"
                        + " blurred reference letters that scores need.")
                .by(ResolutionPatterns.letters()));
        all.add(Sketch.filling("SYN-PX", "TG18-PX")
                .code(109853)
                .exact("Array of single pixels.")
                .reading("Every 32 px on black, contrast falling row by row.")
                .by(ResolutionPatterns.points()));
        all.add(Sketch.square("SYN-SMPTE", "SMPTE RP 133")
                .reference("SMPTE RP 133; as described by makers of displays and signal generators")
                .code(new PatternCode("109943", "SMPTE Pattern"))
                .exact("Background 50 %, 11 steps 0 to 100 %, 5 % and 95 % insets, grid, lines of 1, 2, 3 px in the"
                        + " middle and the corners, black and white bars.")
                .reading("Places and sizes; grid and corner elements follow the screen; one low contrast, 48 to 53 %.")
                .by(new SmptePattern()));
        all.add(Sketch.filling("SYN-AMBIENT", "pacsDisplay ambient object test")
                .reference("pacsDisplay ambtest")
                .exact("A bar of 3 levels at random on black; left or right is asked.")
                .reading("A sixteenth of the width and a quarter of the height, in one half; eight pictures.")
                .by(new AmbientPattern()));
    }
}
