package org.candela.dicom.validate;

import org.candela.dicom.ReadElement;

/** What an element must obey by itself, or with those that stand before it. Stateless. */
@FunctionalInterface
interface ElementRule {
    void check(ReadElement element, Report report);
}
