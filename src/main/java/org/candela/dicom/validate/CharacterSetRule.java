package org.candela.dicom.validate;

import java.util.List;
import org.candela.dicom.ReadElement;
import org.candela.dicom.SpecificCharacterSet;
import org.candela.dicom.Tag;

/** PS3.3 C.12.1.1.2: Specific Character Set has defined terms, several only with code extensions. */
final class CharacterSetRule implements ElementRule {
    private static final String EXTENDED = "ISO 2022 ";

    @Override
    public void check(ReadElement element, Report report) {
        if (element.tag() != Tag.SpecificCharacterSet) {
            return;
        }
        List<String> terms = element.owner().strings(Tag.SpecificCharacterSet);
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            boolean isDefined = SpecificCharacterSet.DEFINED_TERMS.contains(term) || (term.isEmpty() && i == 0);
            if (!isDefined) {
                report.error(element, "value " + (i + 1) + " is no defined term");
            } else if (terms.size() > 1 && !term.isEmpty() && !term.startsWith(EXTENDED)) {
                report.error(element, "value " + (i + 1) + " is a term without code extensions beside others");
            }
        }
    }
}
