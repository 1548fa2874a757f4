package org.candela.codec;

import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.WideFrame;

/** RLE Lossless (PS3.5 Annex G). */
final class RleDecoder implements FrameDecoder {
    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        return NativeDecoder.INSTANCE.decode(RleSegments.unpack(bytes, layout), asUnpacked(layout));
    }

    @Override
    public WideFrame decodeWide(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldableWide(layout);
        return NativeDecoder.INSTANCE.decodeWide(RleSegments.unpack(bytes, layout), asUnpacked(layout));
    }

    /** Colour by pixel whatever the header says, and with all its samples: RLE knows no subsampling. */
    private static PixelLayout asUnpacked(PixelLayout layout) {
        boolean isSubsampled = layout.photometric() == Photometric.YBR_FULL_422;
        return layout.withPhotometric(isSubsampled ? Photometric.YBR_FULL : layout.photometric());
    }
}
