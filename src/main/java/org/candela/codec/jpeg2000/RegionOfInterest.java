package org.candela.codec.jpeg2000;

/** The Maxshift method (T.800 H.1): what reaches beyond the shift belongs to the region and is shifted back. */
final class RegionOfInterest {
    private RegionOfInterest() {}

    /** {@code doubled} is twice the magnitude with a half in the lowest bit, which says nothing of the region. */
    static int unshift(int doubled, int shift) {
        return shift < Integer.SIZE - 1 && doubled >>> shift > 1 ? doubled >>> shift : doubled;
    }
}
