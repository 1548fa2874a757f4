package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candela.codec.stream.CodecException;

/** A code block while its packets are read: what has come for it so far (T.800 B.10). */
final class CodeBlock {
    private static final int FIRST_LENGTH_BITS = 3;
    private static final int FIRST_SEGMENT_WITH_BYPASS = 10;
    /** Ints of one piece: passes, length, index of the first byte, number of the segment. */
    private static final int PIECE = 4;

    private final Rectangle place;
    private final int style;
    private int zeroBitPlanes = -1;
    private int lengthBits = FIRST_LENGTH_BITS;
    private int segment;
    private int segmentPasses;
    private int placeholders;
    private int[] pieces = {};
    private int pieceCount;
    private int placed;

    /** At {@code place} in the plane of its component. */
    CodeBlock(Rectangle place, int style) {
        this.place = place;
        this.style = style;
    }

    Rectangle place() {
        return place;
    }

    boolean isIncluded() {
        return zeroBitPlanes >= 0;
    }

    void include(int zeroPlanes) {
        zeroBitPlanes = zeroPlanes;
    }

    int zeroBitPlanes() {
        return zeroBitPlanes;
    }

    /** Reads how many bytes the new passes take, a length a codeword segment (B.10.7). */
    void readLengths(int newPasses, PacketBits bits) throws CodecException {
        while (bits.next() != 0) {
            if (++lengthBits > Integer.SIZE) {
                throw new CodecException("a length of more than 32 bits");
            }
        }
        int left = newPasses;
        if (pieceCount == 0) {
            placeholders = (newPasses - 1) / 3 * 3;
        }
        while (left > 0) {
            if (segmentPasses == segmentLimit()) {
                segment++;
                segmentPasses = 0;
            }
            int taken = Math.min(left, segmentLimit() - segmentPasses);
            int length = bits.next(Math.min(Integer.SIZE - 1, lengthBits + 31 - Integer.numberOfLeadingZeros(taken)));
            addPiece(taken, length);
            segmentPasses += taken;
            left -= taken;
        }
    }

    /** Most passes of the segment that is being filled (Table D.9; T.814 B.3). */
    private int segmentLimit() {
        if (BlockStyle.has(style, BlockStyle.HIGH_THROUGHPUT)) {
            // what a first packet has beyond one set stands for sets that are left out before the cleanup pass
            return segment == 0 ? 1 + placeholders : segment % 2 == 1 ? 2 : 1;
        }
        if (BlockStyle.has(style, BlockStyle.TERMINATE_ALL)) {
            return 1;
        }
        if (BlockStyle.has(style, BlockStyle.BYPASS)) {
            return segment == 0 ? FIRST_SEGMENT_WITH_BYPASS : segment % 2 == 1 ? 2 : 1;
        }
        return Integer.MAX_VALUE;
    }

    private void addPiece(int newPasses, int length) {
        if (pieces.length < (pieceCount + 1) * PIECE) {
            pieces = Arrays.copyOf(pieces, Math.max(PIECE, 2 * pieces.length));
        }
        int at = pieceCount++ * PIECE;
        pieces[at] = newPasses;
        pieces[at + 1] = length;
        pieces[at + 3] = segment;
    }

    /**
     * Gives the pieces of this packet their bytes.
     *
     * @return index behind the last of them; −1 when they reach beyond {@code end}, and are then dropped
     */
    int place(int from, int end) {
        int at = from;
        for (; placed < pieceCount; placed++) {
            int length = pieces[placed * PIECE + 1];
            if (length < 0 || length > end - at) {
                pieceCount = placed;
                return -1;
            }
            pieces[placed * PIECE + 2] = at;
            at += length;
        }
        return at;
    }

    /** Forgets what a header announced whose packet never came. */
    void dropUnplaced() {
        pieceCount = placed;
    }

    boolean hasPasses() {
        return pieceCount > 0;
    }

    int byteCount() {
        int sum = 0;
        for (int i = 0; i < pieceCount; i++) {
            sum += pieces[i * PIECE + 1];
        }
        return sum;
    }

    int segmentCount() {
        return segment + 1;
    }

    /** Copies the bytes of each segment in a row, each with FF FF behind; {@code target} is large enough. */
    List<CodedBlock.Segment> gather(byte[] packets, byte[] target) {
        List<CodedBlock.Segment> segments = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < pieceCount; ) {
            int from = at;
            int number = pieces[i * PIECE + 3];
            int sum = 0;
            for (; i < pieceCount && pieces[i * PIECE + 3] == number; i++) {
                int length = pieces[i * PIECE + 1];
                System.arraycopy(packets, pieces[i * PIECE + 2], target, at, length);
                sum += pieces[i * PIECE];
                at += length;
            }
            segments.add(new CodedBlock.Segment(from, at - from, sum));
            target[at++] = -1;
            target[at++] = -1;
        }
        return segments;
    }
}
