package org.candela.dicom.image;

import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.ValueRange;
import org.candela.image.WideFrame;

/** Pixel padding of samples of more than 16 bits or in floating point (PS3.3 C.7.5.1.1.2, C.7.6.24, C.7.6.25). Stateless. */
final class WidePadding {
    private WidePadding() {}

    /** From the padding value to its range limit, in either order; {@link WideFrame#NO_PADDING} where the file has none. */
    // [impl->req~dicom-image.wide~1]
    static ValueRange of(Attributes dataSet) {
        if (dataSet.contains(Tag.FloatPixelData)) {
            return range(dataSet, Tag.FloatPixelPaddingValue, Tag.FloatPixelPaddingRangeLimit);
        }
        if (dataSet.contains(Tag.DoubleFloatPixelData)) {
            return range(dataSet, Tag.DoubleFloatPixelPaddingValue, Tag.DoubleFloatPixelPaddingRangeLimit);
        }
        return range(dataSet, Tag.PixelPaddingValue, Tag.PixelPaddingRangeLimit);
    }

    private static ValueRange range(Attributes dataSet, int valueTag, int limitTag) {
        Optional<Double> value = dataSet.number(valueTag).filter(Double::isFinite);
        if (value.isEmpty()) {
            return WideFrame.NO_PADDING;
        }
        double one = value.orElseThrow();
        double other = dataSet.number(limitTag).filter(Double::isFinite).orElse(one);
        return new ValueRange(Math.min(one, other), Math.max(one, other));
    }
}
