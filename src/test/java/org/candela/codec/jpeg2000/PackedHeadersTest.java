package org.candela.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.candela.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No coder at hand writes packet headers apart (T.800 A.7.4, A.7.5). Where SOP and EPH mark every packet they can be
 * taken out of their place: neither headers nor bodies hold a marker.
 */
class PackedHeadersTest {
    private static final String[] STREAMS = {"rpcl-precincts-sop-eph.j2k", "tile-parts-sop-eph.j2k"};

    @TempDir
    Path folder;

    /** Where headers go, and whether SOP and EPH stay. */
    enum Way {
        PPM_WITHOUT_MARKS,
        PPM_IN_PIECES,
        PPT_WITH_MARKS
    }

    // [utest->req~codec.jpeg2000~1]
    @ParameterizedTest
    @CsvSource({
        "0, PPM_WITHOUT_MARKS",
        "0, PPM_IN_PIECES",
        "0, PPT_WITH_MARKS",
        "1, PPM_WITHOUT_MARKS",
        "1, PPM_IN_PIECES",
        "1, PPT_WITH_MARKS"
    })
    void headersThatStandApartAreTheSamePackets(int index, Way way) throws Exception {
        byte[] stream = Streams.of(STREAMS[index]);
        byte[] apart = new Rewriter(stream, way).rewritten();

        assertArrayEquals(
                Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL).samples(),
                Jpeg2000Decoder.decode(apart, Jpeg2000Decoder.Options.FULL).samples());
    }

    /** That the rewritten streams are what the standard means. */
    @Test
    void openJpegReadsThemAsWell() throws Exception {
        Peer.need("opj_decompress");
        Scene like = Scene.of(new Scene.Format(Streams.COLUMNS, Streams.ROWS, 8, false), 3, new Random(1));
        for (String name : STREAMS) {
            for (Way way : Way.values()) {
                byte[] apart = new Rewriter(Streams.of(name), way).rewritten();
                int[] theirs = new PeerCodecs(folder)
                        .openJpegDecodes(apart, like, 0)
                        .orElseThrow(() -> new AssertionError(name + " " + way + " is refused"));
                assertTrue(Arrays.equals(planes(Streams.of(name)), theirs), name + " " + way);
            }
        }
    }

    private static int[] planes(byte[] stream) throws Exception {
        short[] samples =
                Jpeg2000Decoder.decode(stream, Jpeg2000Decoder.Options.FULL).samples();
        int[] planes = new int[samples.length];
        int pixels = samples.length / 3;
        for (int i = 0; i < samples.length; i++) {
            planes[i % 3 * pixels + i / 3] = samples[i];
        }
        return planes;
    }

    /** Takes a stream apart at its markers. */
    private static final class Rewriter {
        private static final int SOP_LENGTH = 6;
        private final ByteBuffer in;
        private final Way way;
        private final ByteArrayOutputStream main = new ByteArrayOutputStream();
        private final ByteArrayOutputStream mainHeaders = new ByteArrayOutputStream();
        private final ByteArrayOutputStream tileParts = new ByteArrayOutputStream();
        private int index;

        Rewriter(byte[] stream, Way way) {
            this.in = ByteBuffer.wrap(stream.clone());
            this.way = way;
        }

        byte[] rewritten() {
            copyMainHeader();
            while ((in.getShort(in.position()) & 0xFFFF) == Marker.SOT) {
                tilePart();
            }
            if (way == Way.PPM_IN_PIECES) {
                byte[] all = mainHeaders.toByteArray();
                int cut = all.length / 2 - 1;
                segment(main, Marker.PPM, 1, Arrays.copyOfRange(all, cut, all.length));
                segment(main, Marker.PPM, 0, Arrays.copyOf(all, cut)); // Zppm tells the order, not the place
            } else if (way == Way.PPM_WITHOUT_MARKS) {
                segment(main, Marker.PPM, 0, mainHeaders.toByteArray());
            }
            main.writeBytes(tileParts.toByteArray());
            main.write(Marker.EOC >> 8);
            main.write(Marker.EOC);
            return main.toByteArray();
        }

        private void copyMainHeader() {
            int from = in.position();
            int at = from + 2;
            while ((in.getShort(at) & 0xFFFF) != Marker.SOT) {
                if ((in.getShort(at) & 0xFFFF) == Marker.COD && way != Way.PPT_WITH_MARKS) {
                    in.put(at + 4, (byte) (in.get(at + 4) & ~6)); // Scod: neither SOP nor EPH
                }
                at += 2 + (in.getShort(at + 2) & 0xFFFF);
            }
            main.write(in.array(), from, at - from);
            in.position(at);
        }

        private void tilePart() {
            int sot = in.position();
            int length = in.getInt(sot + 6);
            int packets = sot + 14; // behind SOD: these streams have nothing else in a tile-part header
            ByteArrayOutputStream headers = new ByteArrayOutputStream();
            ByteArrayOutputStream bodies = new ByteArrayOutputStream();
            boolean keeps = way == Way.PPT_WITH_MARKS;
            int at = packets;
            while (at < sot + length) {
                int header = at + SOP_LENGTH;
                int body = indexOf(Marker.EPH, header);
                int next = Math.min(indexOf(Marker.SOP, body), sot + length);
                headers.write(in.array(), header, body - header + (keeps ? 2 : 0));
                bodies.write(in.array(), keeps ? at : body + 2, keeps ? SOP_LENGTH : 0);
                bodies.write(in.array(), body + 2, next - body - 2);
                at = next;
            }
            ByteArrayOutputStream apart = new ByteArrayOutputStream();
            if (keeps) {
                segment(apart, Marker.PPT, index++, headers.toByteArray());
            } else {
                mainHeaders.writeBytes(
                        ByteBuffer.allocate(4).putInt(headers.size()).array());
                mainHeaders.writeBytes(headers.toByteArray());
            }
            in.putInt(sot + 6, 14 + apart.size() + bodies.size());
            tileParts.write(in.array(), sot, 12);
            tileParts.writeBytes(apart.toByteArray());
            tileParts.write(in.array(), sot + 12, 2);
            tileParts.writeBytes(bodies.toByteArray());
            in.position(sot + length);
        }

        private int indexOf(int marker, int from) {
            int at = from;
            while (at < in.limit() - 1 && (in.getShort(at) & 0xFFFF) != marker) {
                at++;
            }
            return at;
        }

        private static void segment(ByteArrayOutputStream out, int marker, int index, byte[] content) {
            out.writeBytes(ByteBuffer.allocate(5)
                    .putShort((short) marker)
                    .putShort((short) (content.length + 3))
                    .put((byte) index)
                    .array());
            out.writeBytes(content);
        }
    }
}
