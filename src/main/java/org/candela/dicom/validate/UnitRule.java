package org.candela.dicom.validate;

import org.candela.dicom.ReadElement;
import org.candela.dicom.VR;

/** PS3.5 §6.2: a value of binary numbers is a whole number of them. */
final class UnitRule implements ElementRule {
    @Override
    public void check(ReadElement element, Report report) {
        VR vr = element.owner().vr(element.tag()).orElse(VR.UN);
        int unit = unitBytes(vr);
        boolean isWhole = element.length() % unit == 0;
        if (!isWhole && element.length() != ReadElement.UNDEFINED_LENGTH) {
            report.error(element, "has " + element.length() + " bytes, no multiple of the " + unit + " of " + vr);
        }
    }

    /** Bytes of one number; 1 where the VR has no numbers. */
    static int unitBytes(VR vr) {
        return switch (vr) {
            case US, SS, OW -> Short.BYTES;
            case UL, SL, FL, AT, OF, OL -> Integer.BYTES;
            case FD, SV, UV, OD, OV -> Long.BYTES;
            default -> 1;
        };
    }
}
