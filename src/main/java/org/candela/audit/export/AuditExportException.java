package org.candela.audit.export;

import org.candela.base.CandelaException;

/** Audit messages could not be handed on; none is lost by it. */
public final class AuditExportException extends CandelaException {
    private static final long serialVersionUID = 1L;

    AuditExportException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
