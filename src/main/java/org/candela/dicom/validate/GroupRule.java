package org.candela.dicom.validate;

import java.util.Set;
import org.candela.dicom.ReadElement;
import org.candela.dicom.Tag;

/** PS3.5 §7.1, §7.8: groups that no element may have, and private blocks with their creators. */
final class GroupRule implements ElementRule {
    private static final Set<Integer> FORBIDDEN = Set.of(0x0001, 0x0003, 0x0005, 0x0007, 0xFFFF);
    private static final int FIRST_CREATOR = 0x10;
    private static final int LAST_CREATOR = 0xFF;
    private static final int FIRST_BLOCK = 0x1000;

    @Override
    public void check(ReadElement element, Report report) {
        int tag = element.tag();
        if (FORBIDDEN.contains(Tag.group(tag))) {
            report.error(element, "is of a group that PS3.5 7.1 forbids");
        } else if (Tag.isPrivate(tag)) {
            checkPrivate(element, report);
        }
    }

    private static void checkPrivate(ReadElement element, Report report) {
        int number = Tag.element(element.tag());
        if (number >= FIRST_CREATOR && number <= LAST_CREATOR) {
            if (element.owner().string(element.tag()).isEmpty()) {
                report.error(element, "reserves a private block without naming a creator");
            }
        } else if (number >= FIRST_BLOCK) {
            int creator = (element.tag() & 0xFFFF0000) | (number >>> 8);
            if (!element.owner().contains(creator)) {
                report.error(element, "is private and has no creator at " + Tag.toString(creator));
            }
        } else if (number != 0) {
            report.error(element, "is private and of no block");
        }
    }
}
