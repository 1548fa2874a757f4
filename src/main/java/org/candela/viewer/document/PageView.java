package org.candela.viewer.document;

/**
 * What is wanted of a page.
 *
 * @param index from 0
 * @param width of the space for it, device pixels, &gt; 0
 * @param height of the space for it, device pixels, &gt; 0
 * @param zoom 1 for the whole page within the space
 * @param trueSizeMm distance of device pixels where the page is to be as large as on paper, mm; 0 where not
 */
public record PageView(int index, int width, int height, double zoom, double trueSizeMm, Paper paper) {
    /** More pixels are no page but a wall. */
    private static final double MOST_PIXELS = 16e6;

    private static final double MOST_WIDTH = 8000;

    /** How wide the page is drawn, device pixels. */
    int pageWidth(double widthMm, double heightMm) {
        double fitted = Math.min(width, height * widthMm / heightMm) * zoom;
        double wanted = trueSizeMm > 0 ? widthMm / trueSizeMm : fitted;
        double most = Math.min(MOST_WIDTH, Math.sqrt(MOST_PIXELS * widthMm / heightMm));
        return (int) Math.max(1, Math.round(Math.min(wanted, most)));
    }
}
