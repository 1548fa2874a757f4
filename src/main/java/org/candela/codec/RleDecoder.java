package org.candela.codec;

import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/** RLE Lossless (PS3.5 Annex G). */
final class RleDecoder implements FrameDecoder {
    private static final NativeDecoder CELLS = new NativeDecoder();

    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        return CELLS.decode(RleSegments.unpack(bytes, layout), asUnpacked(layout));
    }

    /** Colour by pixel whatever the header says, and with all its samples: RLE knows no subsampling. */
    private static PixelLayout asUnpacked(PixelLayout layout) {
        boolean isSubsampled = layout.photometric() == Photometric.YBR_FULL_422;
        return layout.withPhotometric(isSubsampled ? Photometric.YBR_FULL : layout.photometric());
    }
}
