package org.candela.dicom;

/** Exchange of bytes between big and little endian. */
final class ByteOrders {
    private ByteOrders() {}

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
