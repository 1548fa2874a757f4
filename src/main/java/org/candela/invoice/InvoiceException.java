package org.candela.invoice;

import org.candela.base.CandelaException;

/** Something about an invoice that the reader can put right. */
public final class InvoiceException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public InvoiceException(String code, String message) {
        super(code, message);
    }
}
