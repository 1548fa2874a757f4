package org.candela.viewer.print;

import org.candela.base.CandelaException;

/** Sheets that were not printed; the message says why and what to do next in one line, without patient data. */
public final class PrintException extends CandelaException {
    /** There is nothing to print. */
    public static final String NOTHING = "print.nothing";
    /** More sheets than anybody wants. */
    public static final String TOO_MANY = "print.too-many";
    /** The file cannot be written. */
    public static final String DISK = "print.disk";
    /** The printer did not take it. */
    public static final String PRINTER = "print.printer";
    /** The patient would still be on a sheet. */
    public static final String IDENTITY = "print.identity";

    private static final long serialVersionUID = 1L;

    PrintException(String code, String message) {
        super(code, message);
    }

    PrintException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
