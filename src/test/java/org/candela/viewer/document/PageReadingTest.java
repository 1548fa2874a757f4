package org.candela.viewer.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.candela.image.RasterArgb;
import org.junit.jupiter.api.Test;

// [utest->req~document.pages~1]
class PageReadingTest {
    private final PageReading reading = new PageReading(new Pages(), Runnable::run);

    @Test
    void aPageThatIsWhollySeenIsTurnedByEachKey() {
        assertTrue(reading.take(DocumentStep.DOWN));
        assertEquals(1, reading.index());
        reading.take(DocumentStep.PAGE_FORWARD);
        assertEquals(2, reading.index());
        reading.take(DocumentStep.UP);
        assertEquals(1, reading.index());
        reading.take(DocumentStep.LAST);
        reading.take(DocumentStep.DOWN);
        assertEquals(4, reading.index(), "there is no page after the last");
        assertFalse(reading.take(DocumentStep.RIGHT), "sideways is the next document");
    }

    @Test
    void anEnlargedPageIsScrolledToItsEndBeforeItIsTurned() {
        reading.sees(0.8, 0.5);

        reading.take(DocumentStep.PAGE_FORWARD);
        assertEquals(0, reading.index());
        reading.take(DocumentStep.PAGE_FORWARD);
        assertEquals(0.5, reading.top(), 1e-9);
        reading.take(DocumentStep.PAGE_FORWARD);
        assertEquals(1, reading.index());
        assertEquals(0, reading.top(), 1e-9);
        reading.take(DocumentStep.UP);
        assertEquals(0, reading.index());
        assertEquals(0.5, reading.top(), 1e-9, "back at the foot of the page before");
        assertTrue(reading.take(DocumentStep.RIGHT), "sideways within the page");
    }

    @Test
    void enlargingKeepsTheMiddleAndEndsAtEightTimes() {
        reading.sees(1, 0.5);
        reading.take(DocumentStep.DOWN);
        double middle = reading.top() + 0.25;

        reading.take(DocumentStep.ZOOM_IN);
        assertEquals(middle, reading.top() + 0.2, 1e-9);
        for (int i = 0; i < 30; i++) {
            reading.take(DocumentStep.ZOOM_IN);
        }
        assertEquals(8, reading.zoom());
        reading.take(DocumentStep.FIT);
        assertEquals(1, reading.zoom());
    }

    // [utest->req~document.find~1]
    @Test
    void wordsLeadToThePagesThatHaveThem() {
        reading.find(" Effusion ");
        assertEquals(1, reading.index());
        reading.findNext(1);
        assertEquals(3, reading.index());
        reading.findNext(1);
        assertEquals(1, reading.index());
        reading.find("nowhere");
        assertEquals(-1, reading.search().current());
    }

    @Test
    void aPageFitsTheSpaceIsAsLargeAsOnPaperOrAsLargeAsMemoryAllows() {
        assertEquals(500, new PageView(0, 1000, 1000, 1, 0, Paper.DIM).pageWidth(100, 200));
        assertEquals(750, new PageView(0, 1000, 1000, 1.5, 0, Paper.DIM).pageWidth(100, 200));
        assertEquals(840, new PageView(0, 1000, 1000, 1.5, 0.25, Paper.DIM).pageWidth(210, 297));
        int most = new PageView(0, 4000, 4000, 8, 0, Paper.DIM).pageWidth(210, 297);
        assertTrue(most * (most * 297.0 / 210) <= 16.1e6, "width " + most);
    }

    @Test
    void paperIsDimmedOrDarkAndRedStaysRed() {
        RasterArgb dim = Paper.DIM.on(raster());
        RasterArgb dark = Paper.DARK.on(raster());

        assertEquals(0xFF8C8C8C, dim.pixels()[0]);
        assertEquals(0xFF000000, dim.pixels()[1]);
        assertEquals(0xFF101010, dark.pixels()[0]);
        assertEquals(0xFFC2C2C2, dark.pixels()[1]);
        int red = dark.pixels()[2];
        assertTrue((red >> 16 & 0xFF) > (red & 0xFF) + 100, Integer.toHexString(red));
        assertEquals(0xFFFFFFFF, Paper.WHITE.on(raster()).pixels()[0]);
    }

    private static RasterArgb raster() {
        return new RasterArgb(3, 1, new int[] {0xFFFFFFFF, 0xFF000000, 0xFFFF0000});
    }

    private static final class Pages implements PageSource {
        @Override
        public int count() {
            return 5;
        }

        @Override
        public CompletableFuture<DrawnPage> draw(PageView view) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<List<Integer>> pagesWith(String words) {
            return CompletableFuture.completedFuture(words.equals("effusion") ? List.of(1, 3) : List.of());
        }

        @Override
        public void close() {}
    }
}
