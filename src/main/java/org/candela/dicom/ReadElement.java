package org.candela.dicom;

/**
 * Where and how an element stood in a file.
 *
 * @param offset byte offset of its tag; in the inflated data set of a deflated file
 * @param codedVr the VR it was coded with; UN in the implicit form
 * @param length bytes of the value as coded; {@link #UNDEFINED_LENGTH} where delimiters end it
 * @param owner the data set or item that holds it, live
 */
public record ReadElement(long offset, int tag, VR codedVr, long length, Attributes owner) {
    public static final long UNDEFINED_LENGTH = ElementHeader.UNDEFINED;
}
