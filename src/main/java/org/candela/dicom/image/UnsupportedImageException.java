package org.candela.dicom.image;

import org.candela.base.CandelaException;

/** An image that Candela cannot show faithfully and therefore does not show; says what is missing. */
public final class UnsupportedImageException extends CandelaException {
    private static final long serialVersionUID = 1L;

    public UnsupportedImageException(String message) {
        super("image.unsupported", message);
    }
}
