package org.candela.viewer.print;

import java.util.Optional;
import org.candela.image.ImageSpacing;
import org.candela.viewer.print.SheetLayout.Scale;

/**
 * How large a picture stands on paper, and what may be said of it. Pure.
 *
 * @param widthMm of what is seen of the picture, on paper
 * @param heightMm the same, downwards
 * @param seenWidth part of the picture's width that is seen, 0 to 1; below 1 its sides are cut off
 * @param seenHeight the same, downwards
 * @param ratio mm on paper to a mm of what the spacing is true of; empty where no spacing is known
 * @param words what a reader with a ruler has to know
 */
// [impl->req~print.true-size~1]
record PaperSize(
        double widthMm, double heightMm, double seenWidth, double seenHeight, Optional<Double> ratio, String words) {
    private static final double SAME = 1e-6;

    /**
     * The picture before it is printed.
     *
     * @param columns its width in pixels, which are square
     * @param mmAPixel what a pixel is, mm; empty where the file does not say
     */
    record Original(int columns, int rows, Optional<Double> mmAPixel, ImageSpacing spacing) {}

    static PaperSize of(Original picture, Scale scale, double roomWidth, double roomHeight) {
        double fit = Math.min(roomWidth / picture.columns(), roomHeight / picture.rows());
        if (scale == Scale.FIT || picture.mmAPixel().isEmpty()) {
            return fitted(picture, scale, fit);
        }
        double mm = picture.mmAPixel().orElseThrow();
        double width = picture.columns() * mm;
        double height = picture.rows() * mm;
        double seenWidth = Math.min(1, roomWidth / width);
        double seenHeight = Math.min(1, roomHeight / height);
        boolean isCut = seenWidth < 1 - SAME || seenHeight < 1 - SAME;
        return new PaperSize(
                width * seenWidth,
                height * seenHeight,
                seenWidth,
                seenHeight,
                Optional.of(1.0),
                PrintWords.trueSize(picture.spacing()) + (isCut ? PrintWords.CUT : ""));
    }

    private static PaperSize fitted(Original picture, Scale scale, double mmAPixelOnPaper) {
        Optional<Double> ratio = picture.mmAPixel().map(mm -> mmAPixelOnPaper / mm);
        String words = ratio.map(known -> PrintWords.fitted(known, picture.spacing()))
                .orElseGet(() -> PrintWords.noSize(picture.spacing(), scale));
        return new PaperSize(picture.columns() * mmAPixelOnPaper, picture.rows() * mmAPixelOnPaper, 1, 1, ratio, words);
    }
}
