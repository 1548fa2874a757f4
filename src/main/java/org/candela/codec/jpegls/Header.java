package org.candela.codec.jpegls;

import java.util.List;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.StreamBounds.Extent;

/**
 * What the marker segments before a scan have said (T.87 C.2).
 *
 * @param componentIds of the frame, in its order
 * @param preset in force for the next scan
 * @param restartLines lines between restart markers; 0 for none
 */
record Header(
        Extent extent,
        int precision,
        List<Integer> componentIds,
        Coding.Preset preset,
        int restartLines,
        ColourTransform transform) {

    /**
     * A scan header (C.2.3).
     *
     * @param components indices into the frame's components
     * @param dataStart where its coded data begin
     */
    record Scan(List<Integer> components, int near, Interleave interleave, int dataStart) {}

    /** ILV (C.2.3). */
    enum Interleave {
        NONE,
        LINE,
        SAMPLE;

        static Interleave ofCode(int code) throws CodecException {
            return switch (code) {
                case 0 -> NONE;
                case 1 -> LINE;
                case 2 -> SAMPLE;
                default -> throw new CodecException("JPEG-LS: unknown interleave mode " + code);
            };
        }
    }

    /** Index of the component with this id. */
    int component(int id) throws CodecException {
        int index = componentIds.indexOf(id);
        if (index < 0) {
            throw new CodecException("JPEG-LS: a scan of component " + id + ", which the frame does not have");
        }
        return index;
    }
}
