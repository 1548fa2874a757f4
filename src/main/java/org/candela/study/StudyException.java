package org.candela.study;

import org.candela.base.CandelaException;

/** An object that cannot be admitted or loaded. Names the file, never the patient. */
public final class StudyException extends CandelaException {
    private static final long serialVersionUID = 1L;

    /** Code of a disk of this workstation that cannot be read or written. */
    static final String DISK = "study.disk";

    StudyException(String code, String message) {
        super(code, message);
    }

    StudyException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
