package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.candela.codec.stream.CodecException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No coder at hand writes high-throughput blocks in several layers, or with placeholder passes (T.814 B.3): streams of one
 * code block are packed anew. No decoder at hand reads them either (OpenJPEG 2.5.0 and OpenJPH 0.9 take one layer and three
 * passes), so that this compares our reading of the standard with itself.
 */
class HtLayersTest {
    private static final List<String> STREAMS =
            List.of("ht-refined-both.j2c", "ht-refined-significance.j2c", "ht-refined-causal.j2c");

    /** How the passes of the block go into packets. */
    enum Packing {
        /** Cleanup, then refinement. */
        TWO_LAYERS,
        /** Cleanup, then a pass a layer, the bytes of their segment cut in two. */
        PASS_BY_PASS,
        /** One set more than there is: of its passes none has bytes, and there is one missing bit plane less. */
        PLACEHOLDERS
    }

    // [utest->req~codec.htj2k~1]
    @ParameterizedTest
    @EnumSource
    void passesMayComeInAnyPackets(Packing packing) throws CodecException {
        for (String name : STREAMS) {
            byte[] stream = Streams.of(name);

            assertArrayEquals(decoded(stream), decoded(new Repacked(stream).as(packing)), name);
        }
    }

    private static short[] decoded(byte[] stream) throws CodecException {
        return Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL).samples();
    }

    /** A stream of one code block in one packet, taken apart. */
    private static final class Repacked {
        private static final int LENGTH_BITS = 14;
        private static final int FIRST_LENGTH_BITS = 3;
        private final byte[] stream;
        private final int zeroPlanes;
        private final byte[] cleanup;
        private final byte[] refinement;
        private final int refinements;
        private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
        private int bits;
        private int count;
        private int held;
        private boolean isFirst = true;

        Repacked(byte[] source) throws CodecException {
            stream = source.clone();
            Codestream codestream = new CodestreamParser(stream, 0, stream.length).parse();
            TileStream tile = codestream.tiles().get(0);
            Budget budget = new Budget(stream.length);
            CodeBlock block = new TileDecoder(codestream, tile, new Raster(codestream.size(), 0, budget), 0, budget)
                    .readPackets()
                    .precincts()
                    .get(0)
                    .bands()
                    .get(0)
                    .blocks()[0];
            byte[] bytes = new byte[stream.length];
            List<CodedBlock.Segment> segments = block.gather(stream, bytes);
            zeroPlanes = block.zeroBitPlanes();
            cleanup = bytes(bytes, segments.get(0));
            refinement = bytes(bytes, segments.get(1));
            refinements = segments.get(1).passes();
        }

        private static byte[] bytes(byte[] all, CodedBlock.Segment segment) {
            return Arrays.copyOfRange(all, segment.from(), segment.from() + segment.length());
        }

        byte[] as(Packing packing) {
            int half = refinement.length / 2;
            byte[] front = Arrays.copyOf(refinement, half);
            byte[] back = Arrays.copyOfRange(refinement, half, refinement.length);
            switch (packing) {
                case TWO_LAYERS -> {
                    packet(zeroPlanes, 1, cleanup);
                    packet(zeroPlanes, refinements, refinement);
                }
                case PASS_BY_PASS -> {
                    packet(zeroPlanes, 1, cleanup);
                    packet(zeroPlanes, 1, refinements == 1 ? refinement : front);
                    if (refinements == 2) {
                        packet(zeroPlanes, 1, back);
                    }
                }
                case PLACEHOLDERS -> packet(zeroPlanes - 1, 4 + refinements, cleanup, refinement);
            }
            return assembled(packing == Packing.PLACEHOLDERS ? 1 : packing == Packing.TWO_LAYERS ? 2 : 1 + refinements);
        }

        /** B.10: passes of the first segment are all but those of the refinement. */
        private void packet(int missingPlanes, int passes, byte[]... segments) {
            put(1, 1);
            put(1, 1); // included
            if (isFirst) {
                put(0, missingPlanes);
                put(1, 1);
            }
            putPasses(passes);
            put(-1, isFirst ? LENGTH_BITS - FIRST_LENGTH_BITS : 0);
            put(0, 1);
            int left = passes;
            for (int i = 0; i < segments.length; i++) {
                int taken = i == 0 && segments.length == 2 ? passes - refinements : left;
                put(segments[i].length, LENGTH_BITS + 31 - Integer.numberOfLeadingZeros(taken));
                left -= taken;
            }
            align();
            for (byte[] segment : segments) {
                packets.writeBytes(segment);
            }
            isFirst = false;
        }

        /** Table B.4. */
        private void putPasses(int passes) {
            if (passes < 3) {
                put(passes == 1 ? 0 : 2, passes);
            } else if (passes < 6) {
                put(3, 2);
                put(passes - 3, 2);
            } else {
                put(15, 4);
                put(passes - 6, 5);
            }
        }

        private void put(int value, int length) {
            for (int i = length - 1; i >= 0; i--) {
                held = held << 1 | (value >> Math.min(i, 31) & 1);
                if (++count == (bits == 0xFF ? 7 : 8)) {
                    flush();
                }
            }
        }

        private void flush() {
            packets.write(held);
            bits = held;
            held = 0;
            count = 0;
        }

        private void align() {
            while (count > 0) {
                put(0, 1);
            }
            if (bits == 0xFF) {
                packets.write(0);
            }
            bits = 0;
        }

        private byte[] assembled(int layers) {
            ByteBuffer in = ByteBuffer.wrap(stream);
            int at = 2;
            while ((in.getShort(at) & 0xFFFF) != Marker.SOT) {
                if ((in.getShort(at) & 0xFFFF) == Marker.COD) {
                    in.putShort(at + 6, (short) layers);
                }
                at += 2 + (in.getShort(at + 2) & 0xFFFF);
            }
            int header = at + 14;
            in.putInt(at + 6, 14 + packets.size());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(stream, 0, header);
            out.writeBytes(packets.toByteArray());
            out.write(Marker.EOC >> 8);
            out.write(Marker.EOC);
            return out.toByteArray();
        }
    }
}
