package org.candela.viewer.export;

import org.candela.base.CandelaException;

/** Pictures that did not leave; the message says why in one line, without patient data. */
public final class ExportException extends CandelaException {
    /** The folder cannot be written. */
    public static final String DISK = "export.disk";
    /** There is nothing to export. */
    public static final String NOTHING = "export.nothing";
    /** The patient would still be in the copy. */
    public static final String IDENTITY = "export.identity";
    /** The pictures of a film differ in size. */
    public static final String SIZES = "export.sizes";
    /** A picture cannot be read or drawn. */
    public static final String PICTURE = "export.picture";

    private static final long serialVersionUID = 1L;

    ExportException(String code, String message) {
        super(code, message);
    }

    ExportException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
