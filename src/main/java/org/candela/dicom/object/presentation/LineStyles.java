package org.candela.dicom.object.presentation;

import org.candela.dicom.Attributes;
import org.candela.dicom.VR;

/** Line Style Sequence (PS3.3 Table C.10-5a): what is not in the value is written as a plain line without a shadow. */
final class LineStyles {
    private static final int PatternOnOpacity = 0x00700284;
    private static final int LineDashingStyle = 0x00700254;
    private static final int ShadowStyle = 0x00700244;
    private static final int ShadowOffsetX = 0x00700245;
    private static final int ShadowOffsetY = 0x00700246;
    private static final int ShadowColorCIELabValue = 0x00700247;
    private static final int ShadowOpacity = 0x00700258;

    private LineStyles() {}

    static Attributes item(GraphicObject.LineStyle style) {
        Attributes item = new Attributes()
                .set(ShadowStyle, VR.CS, "OFF")
                .setNumbers(ShadowOffsetX, VR.FL, 0)
                .setNumbers(ShadowOffsetY, VR.FL, 0)
                .setNumbers(ShadowColorCIELabValue, VR.US, 0, 0x8080, 0x8080)
                .setNumbers(ShadowOpacity, VR.FL, 0)
                .setNumbers(StateTag.LineThickness, VR.FL, style.thickness())
                .set(LineDashingStyle, VR.CS, "SOLID")
                .setNumbers(PatternOnOpacity, VR.FL, 1);
        style.color().putInto(item, StateTag.PatternOnColorCIELabValue);
        return item;
    }
}
