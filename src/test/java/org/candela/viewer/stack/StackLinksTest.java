package org.candela.viewer.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.Vector3;
import org.candela.viewer.TestImages;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.linked-stacks~1]
class StackLinksTest {
    private static final StudyBanner NOW = TestImages.banner("SYNTHETIC^A", LocalDate.of(2026, 1, 2));
    private static final StudyBanner THEN = TestImages.banner("SYNTHETIC^A", LocalDate.of(2025, 1, 2));
    private static final Uid SPACE = new Uid("1.9.1");
    private static final Uid OTHER_SPACE = new Uid("1.9.2");

    /** Slices at 0, 2, … 58 mm. */
    private final ImageStack thin = TestImages.axial(NOW, 1, 30, 0, 2, SPACE);

    private final StackLinks links = new StackLinks();

    @Test
    void slicesOfOneSpaceBelongTogetherByPlaceAndNotByNumber() {
        ImageStack thick = TestImages.axial(NOW, 2, 12, 10, 5, SPACE);

        assertEquals(Optional.of(2), links.counterpart(thin, 10, thick), "20 mm is the third of 10, 15, 20");
        assertEquals(Optional.of(0), links.counterpart(thin, 0, thick), "held at the end");
        assertEquals(Optional.of(12), links.counterpart(thick, 3, thin), "25 mm lies between 24 and 26: the first");
    }

    @Test
    void nothingIsAssumedBetweenTwoSpaces() {
        ImageStack prior = TestImages.axial(THEN, 2, 30, 0, 2, OTHER_SPACE);
        ImageStack unstated = TestImages.stack(NOW, 3, "CT", 30);

        assertEquals(Optional.empty(), links.counterpart(thin, 10, prior));
        assertEquals(Optional.empty(), links.counterpart(thin, 10, unstated));
    }

    @Test
    void planesThatAreNotParallelAreNotScrolledTogether() {
        ImageStack sagittal = TestImages.placed(
                NOW, 2, SPACE, 10, new Vector3(0, 1, 0), new Vector3(0, 0, -1), index -> new Vector3(index, 0, 0));

        assertEquals(Optional.empty(), links.counterpart(thin, 10, sagittal));
    }

    @Test
    void stacksLaidSideBySideKeepTheirDistanceBothWays() {
        ImageStack prior = TestImages.axial(THEN, 2, 20, 100, 4, OTHER_SPACE);
        links.link(thin, 5, prior, 10); // 10 mm beside 140 mm

        assertEquals(Optional.of(15), links.counterpart(thin, 15, prior), "30 mm beside 160 mm");
        assertEquals(Optional.of(15), links.counterpart(prior, 15, thin));
        links.unlink(StackPair.of(prior.seriesUid(), thin.seriesUid()));
        assertEquals(Optional.empty(), links.counterpart(thin, 15, prior));
    }

    @Test
    void aPriorScannedUpsideDownIsScrolledTheOtherWay() {
        // Rows to the left and columns to the back, seen from above: the normal points to the feet.
        ImageStack upsideDown = TestImages.placed(
                THEN,
                2,
                OTHER_SPACE,
                30,
                new Vector3(-1, 0, 0),
                new Vector3(0, 1, 0),
                index -> new Vector3(0, 0, 58 - 2 * index));
        links.link(thin, 10, upsideDown, 19); // both at 20 mm

        assertEquals(Optional.of(17), links.counterpart(thin, 12, upsideDown), "24 mm is image 17 there");
        assertEquals(Optional.of(12), links.counterpart(upsideDown, 17, thin));
    }

    @Test
    void imagesThatLieNowhereAreLinkedByNumber() {
        ImageStack cine = TestImages.stack(NOW, 5, "US", 40);
        ImageStack former = TestImages.stack(THEN, 6, "US", 30);
        links.link(former, 3, cine, 10);

        assertEquals(Optional.of(12), links.counterpart(former, 5, cine));
        assertEquals(Optional.of(29), links.counterpart(cine, 39, former), "held at the end");
    }

    @Test
    void aLinkByHandGoesBeforeTheSharedSpace() {
        ImageStack moved = TestImages.axial(NOW, 2, 30, 0, 2, SPACE);
        links.link(thin, 10, moved, 12); // the patient breathed in between

        assertEquals(Optional.of(17), links.counterpart(thin, 15, moved));
    }
}
