package org.candela.vault;

import org.candela.base.CandelaException;

/** The key store does not open, or what it sealed. Messages hold no secret. */
public final class VaultException extends CandelaException {
    private static final long serialVersionUID = 1L;

    VaultException(String code, String message) {
        super(code, message);
    }

    VaultException(String code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
