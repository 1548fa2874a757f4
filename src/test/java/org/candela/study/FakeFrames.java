package org.candela.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.Frame;
import org.candela.image.ImageSpacing;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;

/** A source that makes frames out of nothing and remembers what it was asked for. */
final class FakeFrames implements FrameSource {
    private static final int EDGE = 4;
    static final long BYTES = 2L * EDGE * EDGE;

    final List<Integer> loaded = new ArrayList<>();
    int broken = -1;

    static FrameKey key(int index) {
        return new FrameKey(new Uid("1.2.3"), index);
    }

    static List<FrameKey> keys(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(FakeFrames::key)
                .toList();
    }

    static LoadedFrame frame() {
        PixelLayout layout = new PixelLayout(EDGE, EDGE, Photometric.MONOCHROME2, 16, 12, 11, false, false);
        ImageDescription description = new ImageDescription(
                layout,
                new ImageDescription.GreyMeaning(
                        Rescale.IDENTITY, List.of(), PresentationLut.Shape.IDENTITY, PixelPadding.NONE),
                new ImageDescription.ImagePlace(
                        Optional.empty(), ImageSpacing.UNKNOWN, List.of(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                false,
                Optional.<Duration>empty(),
                List.of());
        return new LoadedFrame(new Frame(layout, new short[EDGE * EDGE]), description);
    }

    @Override
    public LoadedFrame load(FrameKey key) throws CandelaException {
        loaded.add(key.frameIndex());
        if (key.frameIndex() == broken) {
            throw new StudyException("study.unreadable", "broken on purpose");
        }
        return frame();
    }
}
