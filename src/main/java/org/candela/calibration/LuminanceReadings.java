package org.candela.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Luminances measured elsewhere, as a table of comma-separated values with the columns {@code ddl,luminance}.
 *
 * <p>The first line names the columns, in either order. Numbers have a decimal point and no grouping, whatever the locale.
 * Levels rise from line to line; empty lines are passed over. Immutable.
 *
 * @param file as the reader named it, for complaints
 * @param levels from the darkest level on, at least two
 */
// [impl->req~calibration.readings~1]
public record LuminanceReadings(String file, List<Level> levels) {
    /** More lines than the finest scale of 16 bits has are no table of readings. */
    public static final int MOST_LINES = 70_000;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final List<String> COLUMNS = List.of("ddl", "luminance");
    private static final double ROUNDED = 0.5;
    /** Below this, rounding would move a level by more than a tenth of a step. */
    private static final double LEAST_ROUNDED_STEP = 5;

    private static final double EXACT = 1e-6;

    public LuminanceReadings {
        levels = List.copyOf(levels);
    }

    /**
     * One reading.
     *
     * @param ddl digital driving level, 0 or more
     * @param line of the file, from 1
     */
    public record Level(double ddl, Luminance luminance, int line) {}

    /**
     * Reads a table.
     *
     * @throws CalibrationException naming file and line when it is none
     */
    public static LuminanceReadings parse(String file, List<String> lines) throws CalibrationException {
        if (lines.size() > MOST_LINES) {
            throw new CalibrationException("calibration.readings", file + ": more than " + MOST_LINES + " lines");
        }
        List<Level> levels = new ArrayList<>();
        Optional<Header> header = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            Line line = new Line(file, i + 1, lines.get(i).replace("\uFEFF", "").strip());
            if (line.text().isEmpty()) {
                continue;
            }
            if (header.isEmpty()) {
                header = Optional.of(Header.of(line));
                continue;
            }
            levels.add(line.level(
                    header.get(),
                    levels.isEmpty() ? -1 : levels.get(levels.size() - 1).ddl()));
        }
        if (levels.size() < 2) {
            throw new CalibrationException(
                    "calibration.readings", file + ": fewer than two readings below a line ddl,luminance");
        }
        return new LuminanceReadings(file, levels);
    }

    /** Whether levels lie evenly, but for being rounded to whole numbers. */
    public boolean isEven() {
        double first = levels.get(0).ddl();
        double step = (levels.get(levels.size() - 1).ddl() - first) / (levels.size() - 1);
        boolean isRounded = step >= LEAST_ROUNDED_STEP && levels.stream().allMatch(level -> level.ddl() % 1 == 0);
        double tolerance = isRounded ? ROUNDED : EXACT * step;
        for (int i = 0; i < levels.size(); i++) {
            if (Math.abs(levels.get(i).ddl() - first - i * step) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /** Which column is which. */
    private record Header(int ddl, int luminance) {
        static Header of(Line line) throws CalibrationException {
            List<String> names = List.of(
                    line.text().toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1));
            if (names.size() != COLUMNS.size() || !names.containsAll(COLUMNS)) {
                throw line.broken("must name the columns: ddl,luminance");
            }
            return new Header(names.indexOf("ddl"), names.indexOf("luminance"));
        }
    }

    private record Line(String file, int number, String text) {
        /** What the line holds; {@code before} is the level of the line before, below 0 for none. */
        Level level(Header header, double before) throws CalibrationException {
            String[] cells = text.split(",", -1);
            if (cells.length != COLUMNS.size()) {
                throw broken("has " + cells.length + " columns, not 2; decimals are written with a point");
            }
            double ddl = number(cells[header.ddl()], "ddl");
            if (ddl <= before) {
                throw broken(ddl == before ? "this ddl stands twice" : "ddl must rise from line to line");
            }
            return new Level(ddl, new Luminance(number(cells[header.luminance()], "luminance")), number);
        }

        private double number(String cell, String column) throws CalibrationException {
            String word = cell.strip();
            if (!NUMBER.matcher(word).matches()) {
                throw broken(column + " is no number: \"" + word.substring(0, Math.min(20, word.length())) + "\"");
            }
            double value = Double.parseDouble(word);
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw broken(column + " must be finite and not negative: " + word);
            }
            return value;
        }

        CalibrationException broken(String problem) {
            return new CalibrationException("calibration.readings", file + ":" + number + ": " + problem);
        }
    }
}
