package org.candela.dicom.validate;

import org.candela.dicom.DicomFile;

/** What a whole file must obey. Stateless. */
@FunctionalInterface
interface FileRule {
    void check(DicomFile file, Places places, Report report);
}
