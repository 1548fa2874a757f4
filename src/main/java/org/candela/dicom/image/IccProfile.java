package org.candela.dicom.image;

import java.util.Arrays;
import java.util.Optional;

/** The bytes of an ICC profile (PS3.3 C.11.15), which say what the colours of an image are. Immutable. */
public final class IccProfile {
    /** None is given: colours are sRGB. */
    public static final IccProfile NONE = new IccProfile(new byte[0]);

    private final byte[] bytes;

    private IccProfile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of these bytes, which are copied and not looked at yet. */
    public static IccProfile of(byte[] bytes) {
        return new IccProfile(bytes.clone());
    }

    /** Whether there is none. */
    public boolean isNone() {
        return bytes.length == 0;
    }

    /**
     * {@code stored}, in the colours of its file, in sRGB, its colours read by this profile; empty where this is none of
     * RGB that can be used.
     */
    public Optional<DescribedFrame> over(DescribedFrame stored) {
        return SourceColours.converted(stored, this);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IccProfile profile && Arrays.equals(bytes, profile.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ICC profile of " + bytes.length + " bytes";
    }
}
