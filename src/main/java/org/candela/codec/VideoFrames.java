package org.candela.codec;

import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.video.VideoCoding;
import org.candela.codec.video.VideoColour;
import org.candela.codec.video.VideoFrame;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/** Pictures of a video as frames of the header's layout. Stateless; safe from any thread. */
public final class VideoFrames {
    private static final int SAMPLES = 3;
    /** Each but HEVC has a twin whose stream may be in several fragments, named by {@code .1} (PS3.5 A.4.5 to A.4.7). */
    private static final Map<String, VideoCoding> BY_UID = Map.of(
            "1.2.840.10008.1.2.4.100", VideoCoding.MPEG2,
            "1.2.840.10008.1.2.4.101", VideoCoding.MPEG2,
            "1.2.840.10008.1.2.4.102", VideoCoding.H264,
            "1.2.840.10008.1.2.4.103", VideoCoding.H264,
            "1.2.840.10008.1.2.4.104", VideoCoding.H264,
            "1.2.840.10008.1.2.4.105", VideoCoding.H264,
            "1.2.840.10008.1.2.4.106", VideoCoding.H264,
            "1.2.840.10008.1.2.4.107", VideoCoding.HEVC,
            "1.2.840.10008.1.2.4.108", VideoCoding.HEVC);

    private static final int PLAIN_LENGTH = "1.2.840.10008.1.2.4.100".length();

    private VideoFrames() {}

    /** How the pictures of a transfer syntax are coded; empty when it is none of video. */
    public static Optional<VideoCoding> coding(Uid transferSyntax) {
        String uid = transferSyntax.value();
        boolean isTwin = uid.length() == PLAIN_LENGTH + 2 && uid.endsWith(".1");
        return Optional.ofNullable(BY_UID.get(isTwin ? uid.substring(0, PLAIN_LENGTH) : uid));
    }

    // [impl->req~codec.video-stored~1]
    /** Y, Cb and Cr as decoded, chroma repeated to full size; YBR_PARTIAL_420, or YBR_FULL where all numbers are used. */
    public static Frame stored(VideoFrame picture, PixelLayout layout) throws CodecException {
        boolean isFull = picture.colour().range() == VideoColour.Range.FULL;
        return new Frame(
                layoutOf(picture, layout, isFull ? Photometric.YBR_FULL : Photometric.YBR_PARTIAL_420),
                picture.image().samples());
    }

    /** RGB by the equations that the stream names, else those of YBR_PARTIAL_420. */
    public static Frame rgb(VideoFrame picture, PixelLayout layout) throws CodecException {
        CodedImage image = picture.image();
        return new Frame(
                layoutOf(picture, layout, Photometric.RGB), picture.colour().toRgb(image.samples(), image.bits()));
    }

    private static PixelLayout layoutOf(VideoFrame picture, PixelLayout layout, Photometric photometric)
            throws CodecException {
        CodedImage image = picture.image();
        boolean isSame = layout.rows() == image.rows()
                && layout.columns() == image.columns()
                && layout.samplesPerPixel() == SAMPLES
                && layout.bitsStored() == image.bits()
                && layout.bitsAllocated() <= Short.SIZE
                && !layout.isSigned();
        if (!isSame) {
            throw new CodecException("the video has 3 unsigned samples of " + image.bits() + " bits, the header says "
                    + layout.samplesPerPixel() + (layout.isSigned() ? " signed" : "") + " of " + layout.bitsStored()
                    + " in " + layout.bitsAllocated());
        }
        return new PixelLayout(
                layout.rows(),
                layout.columns(),
                photometric,
                layout.bitsAllocated(),
                image.bits(),
                image.bits() - 1,
                false,
                false);
    }
}
