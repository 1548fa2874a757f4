package org.candela.study.frames;

import java.nio.ByteBuffer;
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
import org.candela.study.CodedFrame;
import org.candela.study.FrameKey;
import org.candela.study.FrameSource;
import org.candela.study.LoadedFrame;
import org.jspecify.annotations.Nullable;

/** A source that makes frames out of nothing and remembers what it was asked for. */
final class FakeFrames implements FrameSource {
    private static final int EDGE = 4;
    static final int BYTES = 2 * EDGE * EDGE;

    final List<Integer> loaded = new ArrayList<>();
    final List<Integer> fetched = new ArrayList<>();
    int broken = -1;

    @Nullable
    LoadedFrame coarse;

    static FrameKey key(int index) {
        return new FrameKey(new Uid("1.2.3"), index);
    }

    static List<FrameKey> keys(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(FakeFrames::key)
                .toList();
    }

    /** A frame whose first sample is {@code value}. */
    static LoadedFrame frame(int value) {
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
        short[] samples = new short[EDGE * EDGE];
        samples[0] = (short) value;
        return new LoadedFrame(new Frame(layout, samples), description);
    }

    /** A store that holds so many of these frames, a page each. */
    static PageStore store(int frames) {
        return new PageStore(BYTES, (long) frames * BYTES, ByteBuffer::allocateDirect);
    }

    @Override
    public CodedFrame fetch(FrameKey key) {
        fetched.add(key.frameIndex());
        return new CodedFrame() {
            @Override
            public long byteSize() {
                return BYTES;
            }

            @Override
            public LoadedFrame decode() throws CandelaException {
                loaded.add(key.frameIndex());
                if (key.frameIndex() == broken) {
                    throw new CandelaException("study.unreadable", "broken on purpose");
                }
                return frame(key.frameIndex());
            }

            @Override
            public Optional<LoadedFrame> preview() {
                return Optional.ofNullable(coarse);
            }
        };
    }
}
