package org.candela.codec.video;

import java.io.IOException;
import org.candela.codec.stream.CodecException;

/** Decodes videos by frame. Safe from any thread. */
@FunctionalInterface
public interface VideoDecoder {
    /** Decodes nothing. */
    VideoDecoder NONE = (stream, index) -> {
        throw new NoVideoDecoderException(stream.coding().title() + " video is not decoded here");
    };

    /**
     * Frame {@code index}, from 0, in the order frames are shown. Quick for the frame after the last one asked for and
     * for those just before it; others are reached from a key frame or the start of the stream.
     *
     * @throws CodecException when the stream is damaged at or before the frame, ends before it, or is no such video
     * @throws NoVideoDecoderException when there is no program to decode it
     */
    VideoFrame frame(VideoStream stream, int index) throws IOException, CodecException, NoVideoDecoderException;
}
