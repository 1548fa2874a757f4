package org.candela.calibration.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * The comprehensive pattern: border, grid, sixteen patches in a ring, the ends of the scale, ramps, letters of falling
 * contrast, line pairs in the middle and the corners, crosstalk bars. Border, grid and corners follow the screen.
 */
final class QcPattern implements PatternPainter {
    static final int BACKGROUND = 128;
    static final int GRID = 191;
    /** Units from a grid line to the next. */
    static final int PITCH = 102;

    static final int CORNER = 10;
    static final int CORNER_CONTRAST = 4;
    static final int PATCHES = 16;
    private static final int FIRST_LINE = 2;
    private static final int MARGIN = 8;
    private static final String TEXT = "QUALITYCONTROL";
    private static final List<Integer> PANELS = List.of(0, 128, 255);

    /** Cells of the ring, column then row, clockwise from the upper left. */
    private static final List<Box> RING = ring();

    private final Letters letters;

    /** @param letters whether the Cx letters stand beside the line pairs */
    QcPattern(Letters letters) {
        this.letters = letters;
    }

    /** The full pattern has Cx letters, the one for overall image quality has none. */
    enum Letters {
        CX,
        NONE
    }

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        Sheet sheet = new Sheet(canvas);
        canvas.fill(BACKGROUND);
        grid(canvas, sheet.scale());
        patches(sheet);
        ends(sheet);
        ramps(sheet);
        panels(sheet);
        crosstalk(sheet);
        resolution(canvas);
        Label.put(sheet, letters == Letters.CX ? "SYN-QC SYNTHETIC" : "SYN-OIQ SYNTHETIC", 950, GRID);
    }

    private static void grid(GreyCanvas canvas, int scale) {
        int middleX = canvas.width() / 2;
        int middleY = canvas.height() / 2;
        int pitch = PITCH * scale;
        for (int x = middleX % pitch; x < canvas.width(); x += pitch) {
            canvas.fill(new Box(x, 0, 1, canvas.height()), GRID);
        }
        for (int y = middleY % pitch; y < canvas.height(); y += pitch) {
            canvas.fill(new Box(0, y, canvas.width(), 1), GRID);
        }
        canvas.outline(canvas.all(), 1, GRID);
    }

    /** Level of patch {@code index}: 8, 24, … 248. */
    static int level(int index) {
        return 8 + 16 * index;
    }

    /** Units of patch {@code index} of the ring. */
    static Box patch(int index) {
        Box cell = RING.get(index);
        return new Box(FIRST_LINE + PITCH * cell.left(), FIRST_LINE + PITCH * cell.top(), PITCH, PITCH);
    }

    private static void patches(Sheet sheet) {
        for (int i = 0; i < PATCHES; i++) {
            Box patch = patch(i);
            sheet.fill(patch.left(), patch.top(), PITCH, PITCH, level(i));
            corners(sheet, patch, level(i));
        }
    }

    /** Darker in the upper left and lower right, brighter in the other two. */
    static void corners(Sheet sheet, Box patch, int level) {
        int right = patch.right() - CORNER;
        int bottom = patch.bottom() - CORNER;
        sheet.fill(patch.left(), patch.top(), CORNER, CORNER, level - CORNER_CONTRAST);
        sheet.fill(right, bottom, CORNER, CORNER, level - CORNER_CONTRAST);
        sheet.fill(right, patch.top(), CORNER, CORNER, level + CORNER_CONTRAST);
        sheet.fill(patch.left(), bottom, CORNER, CORNER, level + CORNER_CONTRAST);
    }

    /** 5 % within 0 % and 95 % within 100 %, half a side each, apart from all else within the ring. */
    private static void ends(Sheet sheet) {
        int y = (Sheet.SIDE - PITCH) / 2;
        int quarter = PITCH / 4;
        int half = PITCH / 2;
        int black = 330;
        int white = Sheet.SIDE - black - PITCH;
        sheet.fill(black, y, PITCH, PITCH, 0);
        sheet.fill(black + quarter, y + quarter, half, half, 13);
        sheet.fill(white, y, PITCH, PITCH, LevelScale.WHITE);
        sheet.fill(white + quarter, y + quarter, half, half, 242);
    }

    /** Each level is two units high. */
    private static void ramps(Sheet sheet) {
        int rows = 2 * sheet.scale();
        int top = (Sheet.SIDE - 2 * (LevelScale.WHITE + 1)) / 2;
        Box left = sheet.box(FIRST_LINE + PITCH / 2, top, PITCH, 2 * (LevelScale.WHITE + 1));
        Box right = sheet.box(FIRST_LINE + PITCH * 8 + PITCH / 2, top, PITCH, 2 * (LevelScale.WHITE + 1));
        sheet.canvas().rows(left, y -> LevelScale.WHITE - Math.floorDiv(y, rows));
        sheet.canvas().rows(right, y -> Math.floorDiv(y, rows));
    }

    /** Fourteen letters, 14 levels from the panel down to 1. */
    private static void panels(Sheet sheet) {
        int dot = 4 * sheet.scale();
        for (int panel = 0; panel < PANELS.size(); panel++) {
            int level = PANELS.get(panel);
            Box box = sheet.box(FIRST_LINE + PITCH * (2 + 2 * panel), FIRST_LINE + PITCH * 8, 2 * PITCH, PITCH);
            sheet.canvas().fill(box, level);
            for (int i = 0; i < TEXT.length(); i++) {
                int contrast = level == LevelScale.WHITE ? i - TEXT.length() : TEXT.length() - i;
                int x = box.left() + (19 + i % 7 * 24) * sheet.scale();
                int y = box.top() + (16 + i / 7 * 42) * sheet.scale();
                Box place = new Box(x, y, DotLetters.WIDTH * dot, DotLetters.HEIGHT * dot);
                DotLetters.draw(sheet.canvas(), TEXT.charAt(i), place, level + contrast);
            }
        }
    }

    /** Bars of 256, 128, … 2 units, three high, that end beside the border of a white and a black panel. */
    private static void crosstalk(Sheet sheet) {
        int top = FIRST_LINE + PITCH;
        int middle = Sheet.SIDE / 2;
        int width = 3 * PITCH;
        sheet.fill(middle - width, top, width, PITCH, LevelScale.WHITE);
        sheet.fill(middle, top, width, PITCH, 0);
        int y = top + 5;
        for (int length = 256; length >= 2; length /= 2) {
            sheet.fill(middle - 12 - length, y, length, 3, 0);
            sheet.fill(middle + 12, y, length, 3, LevelScale.WHITE);
            y += 12;
        }
    }

    private void resolution(GreyCanvas canvas) {
        int lettersHeight = letters == Letters.CX ? ResolutionPatterns.LETTERS_HEIGHT : 0;
        int right = canvas.width() - MARGIN - ResolutionPatterns.PATCH_WIDTH;
        int bottom = canvas.height() - MARGIN - ResolutionPatterns.PATCH_HEIGHT - lettersHeight;
        patch(
                canvas,
                (canvas.width() - ResolutionPatterns.PATCH_WIDTH) / 2,
                canvas.height() / 2 - ResolutionPatterns.GROUP);
        patch(canvas, MARGIN, MARGIN);
        patch(canvas, right, MARGIN);
        patch(canvas, MARGIN, bottom);
        patch(canvas, right, bottom);
    }

    private void patch(GreyCanvas canvas, int left, int top) {
        ResolutionPatterns.linePairs(canvas, left, top);
        if (letters == Letters.CX) {
            ResolutionPatterns.letterRow(canvas, left, top + ResolutionPatterns.PATCH_HEIGHT);
        }
    }

    private static List<Box> ring() {
        List<Box> cells = new ArrayList<>();
        for (int column = 2; column <= 7; column++) {
            cells.add(new Box(column, 3, 1, 1));
        }
        cells.add(new Box(7, 4, 1, 1));
        cells.add(new Box(7, 5, 1, 1));
        for (int column = 7; column >= 2; column--) {
            cells.add(new Box(column, 6, 1, 1));
        }
        cells.add(new Box(2, 5, 1, 1));
        cells.add(new Box(2, 4, 1, 1));
        return List.copyOf(cells);
    }
}
