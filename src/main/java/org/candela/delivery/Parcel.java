package org.candela.delivery;

import java.util.Arrays;
import org.candela.base.Sha256;

/**
 * What goes over the wire: made once, then the same at each attempt.
 *
 * @param mediaType as {@code "application/dicom"}
 * @param bytes not copied, and written to by nobody
 */
public record Parcel(String mediaType, byte[] bytes) {
    /** SHA-256 of the bytes. */
    public String sha256() {
        return Sha256.hex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parcel parcel
                && mediaType.equals(parcel.mediaType)
                && Arrays.equals(bytes, parcel.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return mediaType + ", " + bytes.length + " bytes";
    }
}
