package org.candela.codec.jpeg;

import java.util.List;
import org.candela.codec.stream.CodecException;
import org.jspecify.annotations.Nullable;

/**
 * Header of one scan with the tables in force at it (T.81 B.2.3).
 *
 * @param parts components in the order of their data units
 * @param first start of spectral selection, or the predictor of a lossless scan
 * @param last end of spectral selection
 * @param high successive approximation before, {@code low} after; the point transform of a lossless scan
 * @param restartInterval MCUs between restart markers, 0 for none
 */
record Scan(List<Part> parts, int first, int last, int high, int low, int restartInterval) {
    Scan {
        parts = List.copyOf(parts);
    }

    Component[] components() {
        return parts.stream().map(Part::component).toArray(Component[]::new);
    }

    /** A component in a scan. */
    record Part(
            Component component,
            @Nullable HuffmanTable differences,
            @Nullable HuffmanTable coefficients) {
        HuffmanTable dc() throws CodecException {
            return present(differences);
        }

        HuffmanTable ac() throws CodecException {
            return present(coefficients);
        }

        private static HuffmanTable present(@Nullable HuffmanTable table) throws CodecException {
            if (table == null) {
                throw new CodecException("a scan names a Huffman table that the stream does not define");
            }
            return table;
        }
    }
}
