package org.candela.dicom.object;

import org.candela.base.CandelaException;
import org.candela.dicom.Tag;

/** A data set that is no object of the kind asked for, or one that cannot be shown faithfully; names the attribute. */
public final class UnsupportedObjectException extends CandelaException {
    private static final long serialVersionUID = 1L;
    private final int tag;

    /** The problem {@code problem} with attribute {@code tag}. */
    public UnsupportedObjectException(int tag, String problem) {
        super("dicom.object", Tag.toString(tag) + ": " + problem);
        this.tag = tag;
    }

    /** The attribute that the problem lies in. */
    public int tag() {
        return tag;
    }
}
