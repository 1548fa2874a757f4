package org.candela.dicom;

/** Exchange of bytes between big and little endian. */
final class ByteOrders {
    private ByteOrders() {}

    /**
     * How many bytes of a value change places together in big endian.
     *
     * <p>Pixel data kept as OW in cells of 32 or 64 bits swaps whole cells, as writers of such files do: swapping its
     * 16-bit words alone would leave the words of a cell in the wrong order.
     *
     * @param vr as coded
     * @param owner the data set of the element, with Bits Allocated where it has any
     */
    static int unit(int tag, VR vr, Attributes owner) {
        int cell = tag == Tag.PixelData && vr == VR.OW
                ? owner.integer(Tag.BitsAllocated).orElse(0) / Byte.SIZE
                : 0;
        return cell == Integer.BYTES || cell == Long.BYTES ? cell : vr.unitBytes();
    }

    /** {@code bytes} with each run of {@code unitBytes} reversed in place; a rest shorter than a unit stays. */
    static byte[] swapped(byte[] bytes, int unitBytes) {
        for (int start = 0; unitBytes > 1 && start + unitBytes <= bytes.length; start += unitBytes) {
            for (int low = start, high = start + unitBytes - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
        return bytes;
    }
}
