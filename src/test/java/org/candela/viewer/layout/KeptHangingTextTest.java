package org.candela.viewer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.ColourTable;
import org.candela.image.ImagePoint;
import org.candela.image.Interpolation;
import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.Edge;
import org.candela.viewer.picture.Magnification;
import org.candela.viewer.picture.Occlusion;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.picture.VoiChoice;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.hanging-kept~1]
class KeptHangingTextTest {
    @Test
    void everythingOfAHangingComesBackFromItsText() {
        Appearance moved = Appearance.INITIAL.with(new VoiChoice.OfFile(1).at(2000, 700));
        Appearance look = new Appearance(
                new ViewState(2.5, Magnification.OF_PIXELS, new ImagePoint(-3.25, 4), 3, true, Edge.RIGHT),
                new VoiChoice.ByReader(new VoiWindow(40, 80, VoiWindow.Function.SIGMOID), new VoiChoice.OfFile(2)),
                Polarity.INVERTED,
                OverlayInk.NONE,
                new Appearance.Filling(Interpolation.CUBIC, ColourTable.HOT_IRON, Occlusion.LIFTED));
        KeptHanging kept = new KeptHanging(
                List.of(new Grid(2, 3), Grid.SINGLE),
                Map.of(
                        Place.RIGHT,
                        new KeptHanging.Named(
                                new Uid("1.2.4"),
                                new FrameKey(new Uid("1.2.4.1"), 0),
                                new FrameKey(new Uid("1.2.4.1"), 0),
                                moved,
                                Grid.SINGLE),
                        new Place(0, 5),
                        new KeptHanging.Named(
                                new Uid("1.2.3"),
                                new FrameKey(new Uid("1.2.3.1"), 0),
                                new FrameKey(new Uid("1.2.3.1"), 7),
                                look,
                                new Grid(2, 3))));

        assertEquals(Optional.of(kept), KeptHangingText.read(KeptHangingText.write(kept)));
    }

    @Test
    void aTextThatIsNotUnderstoodIsNoHanging() {
        for (String text : List.of(
                "", "{", "{}", "[]", "{\"grids\":[[0,1]],\"places\":[]}", "{\"grids\":[[1,1]],\"places\":[{}]}")) {
            assertEquals(Optional.empty(), KeptHangingText.read(text), text);
        }
    }
}
