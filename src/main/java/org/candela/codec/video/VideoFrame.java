package org.candela.codec.video;

import org.candela.codec.stream.CodedImage;

/**
 * A picture of a video.
 *
 * @param image Y, Cb and Cr as decoded; each chroma sample stands for all pixels that share it
 * @param colour what they mean
 * @param end whether the stream goes on where its header says that it ends
 */
public record VideoFrame(CodedImage image, VideoColour colour, End end) {
    /** What comes after the frame. */
    public enum End {
        /** As many frames as stated, as far as is known. */
        AS_STATED,
        /** The stream has more frames than stated. */
        MORE_FOLLOW
    }
}
