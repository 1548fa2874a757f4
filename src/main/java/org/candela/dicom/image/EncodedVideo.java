package org.candela.dicom.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.codec.VideoFrames;
import org.candela.codec.stream.CodecException;
import org.candela.codec.video.NoVideoDecoderException;
import org.candela.codec.video.VideoCoding;
import org.candela.codec.video.VideoDecoder;
import org.candela.codec.video.VideoFrame;
import org.candela.codec.video.VideoStream;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

/**
 * Pixel data that is one video (PS3.5 8.2.5 to 8.2.11, A.4.5 to A.4.11): all fragments, in order, are its stream, and
 * offset tables say nothing of frames. Immutable; safe from any thread.
 */
// [impl->req~dicom-image.video~1]
final class EncodedVideo {
    private static final String STEREO = "1.2.840.10008.1.2.4.106";

    private final VideoDecoder decoder;
    private final VideoCoding coding;
    private final boolean isStereo;
    private final List<VideoStream.Part> parts;
    private final int frameCount;

    private EncodedVideo(DicomFile file, VideoCoding coding, int frameCount, VideoDecoder decoder) {
        this.decoder = decoder;
        this.coding = coding;
        this.isStereo = file.transferSyntax().uid().value().startsWith(STEREO);
        this.parts = parts(file);
        this.frameCount = frameCount;
    }

    /** The video of {@code file}; empty when its transfer syntax is none of video. */
    static Optional<EncodedVideo> of(DicomFile file, int frameCount, VideoDecoder decoder) {
        return VideoFrames.coding(file.transferSyntax().uid())
                .map(coding -> new EncodedVideo(file, coding, frameCount, decoder));
    }

    private static List<VideoStream.Part> parts(DicomFile file) {
        return file.dataSet().fragments(Tag.PixelData).map(Fragments::items).orElse(List.of()).stream()
                .filter(item -> item.length() > 0 && item.isInFile())
                .map(EncodedVideo::part)
                .toList();
    }

    private static VideoStream.Part part(BulkData item) {
        return new VideoStream.Part(item.file(), item.offset(), item.length());
    }

    /** Where the stream begins in the file. */
    long offset() {
        return parts.isEmpty() ? DicomFormatException.NO_OFFSET : parts.get(0).offset();
    }

    /** Y, Cb and Cr of a frame, as decoded. */
    Frame stored(int frameIndex, PixelLayout layout) throws IOException, CandelaException {
        return VideoFrames.stored(picture(frameIndex, layout), layout);
    }

    /** A frame in RGB, and what is to be said of it. */
    DescribedFrame shown(int frameIndex, ImageDescription description) throws IOException, CandelaException {
        VideoFrame picture = picture(frameIndex, description.layout());
        List<String> remarks = new ArrayList<>();
        if (picture.end() == VideoFrame.End.MORE_FOLLOW) {
            remarks.add("the video has more frames than the " + frameCount + " of its header");
        }
        if (isStereo) {
            remarks.add("stereo video: one of its two views");
        }
        return new DescribedFrame(VideoFrames.rgb(picture, description.layout()), description.with(remarks));
    }

    private VideoFrame picture(int frameIndex, PixelLayout layout) throws IOException, CandelaException {
        if (parts.isEmpty()) {
            throw new CodecException("the pixel data is empty");
        }
        VideoStream.Extent extent = new VideoStream.Extent(layout.rows(), layout.columns());
        try {
            return decoder.frame(new VideoStream(coding, extent, frameCount, parts), frameIndex);
        } catch (NoVideoDecoderException e) {
            throw new UnsupportedImageException(String.valueOf(e.getMessage()));
        }
    }
}
