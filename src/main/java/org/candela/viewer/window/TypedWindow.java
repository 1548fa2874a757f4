package org.candela.viewer.window;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.candela.image.VoiWindow;

/**
 * A window as a reader types it: two numbers apart by blanks, {@code /}, {@code ;} or {@code ..}, either centre and width or
 * lower and upper edge. A comma is the decimal sign of those who write one.
 */
public final class TypedWindow {
    private static final double LARGEST = 1e9;
    private static final String APART = "\\s*(?:[/;]|\\.\\.)\\s*|\\s+";
    private static final int NUMBERS = 2;

    private final Form form;

    /** What the two numbers are. */
    public enum Form {
        /** Centre, then width. */
        CENTER_WIDTH,
        /** Value that becomes black, then value that becomes white. */
        EDGES
    }

    /** Why a text is no window. */
    public enum Refusal {
        /** Not exactly two numbers. */
        NUMBERS,
        /** A number beyond what values can be. */
        LARGE,
        /** A width that is not above 0. */
        WIDTH,
        /** The lower edge is not below the upper one. */
        EDGES
    }

    /** @param form what is typed */
    public TypedWindow(Form form) {
        this.form = form;
    }

    /** The outcome of reading a text: a window or a refusal, never both. */
    public record Read(Optional<VoiWindow> window, Optional<Refusal> refusal) {
        private static Read of(VoiWindow window) {
            return new Read(Optional.of(window), Optional.empty());
        }

        private static Read refused(Refusal refusal) {
            return new Read(Optional.empty(), Optional.of(refusal));
        }
    }

    /** Reads a text. */
    // [impl->req~viewer.window-typed~1]
    public Read read(String text) {
        double[] numbers = numbers(text);
        if (numbers.length != NUMBERS) {
            return Read.refused(Refusal.NUMBERS);
        }
        if (Math.abs(numbers[0]) > LARGEST || Math.abs(numbers[1]) > LARGEST) {
            return Read.refused(Refusal.LARGE);
        }
        return switch (form) {
            case CENTER_WIDTH ->
                numbers[1] > 0 ? Read.of(WindowEdges.of(numbers[0], numbers[1])) : Read.refused(Refusal.WIDTH);
            case EDGES ->
                numbers[1] > numbers[0]
                        ? Read.of(new WindowEdges(numbers[0], numbers[1]).window())
                        : Read.refused(Refusal.EDGES);
        };
    }

    /** A window as it would be typed. */
    public String write(VoiWindow window) {
        WindowEdges edges = WindowEdges.of(window);
        return switch (form) {
            case CENTER_WIDTH -> written(window.center()) + " " + written(window.width());
            case EDGES -> written(edges.lower()) + " .. " + written(edges.upper());
        };
    }

    private static String written(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    /** None at all where one part is no number. */
    private static double[] numbers(String text) {
        String plain = text.strip().replace('\u2212', '-').replace(',', '.');
        try {
            double[] numbers = Arrays.stream(plain.split(APART))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return Arrays.stream(numbers).allMatch(Double::isFinite) ? numbers : new double[0];
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}
