package org.candela.dicom.validate;

import java.util.Optional;
import org.candela.dicom.Dictionary;
import org.candela.dicom.ReadElement;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** PS3.6: is the attribute known, is it retired, has it as many values as it must. VR and too many are the reader's. */
final class DictionaryRule implements ElementRule {
    @Override
    public void check(ReadElement element, Report report) {
        int tag = element.tag();
        if (Tag.isPrivate(tag)) {
            return;
        }
        if (Tag.element(tag) == 0) {
            if (Tag.group(tag) != 0x0002) {
                report.note(element, "is a group length, which is retired");
            }
            return;
        }
        Optional<Dictionary.Entry> known = Dictionary.standard().entry(tag);
        if (known.isEmpty()) {
            report.warning(element, "is no attribute of PS3.6 as known here");
            return;
        }
        Dictionary.Entry entry = known.orElseThrow();
        if (entry.isRetired()) {
            report.note(element, entry.keyword() + " is retired");
        }
        checkMultiplicity(element, entry, report);
    }

    private static void checkMultiplicity(ReadElement element, Dictionary.Entry entry, Report report) {
        VR vr = element.owner().vr(element.tag()).orElse(VR.UN);
        if (vr == VR.SQ || vr.isBinary()) {
            return;
        }
        int count = count(element, vr);
        Multiplicity allowed = Multiplicity.of(entry.vm());
        if (count > 0 && !allowed.allows(count) && count <= allowed.most()) {
            report.error(element, "has " + count + " values where PS3.6 has " + entry.vm());
        }
    }

    /** Numbers are counted by their bytes: those that are no numbers count too. */
    private static int count(ReadElement element, VR vr) {
        int unit = UnitRule.unitBytes(vr);
        return unit > 1
                ? (int) Math.min(element.length() / unit, Integer.MAX_VALUE)
                : element.owner().strings(element.tag()).size();
    }
}
