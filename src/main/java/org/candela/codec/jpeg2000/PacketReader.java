package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.candela.codec.stream.CodecException;

/** Reads packets: which code blocks get how many passes in how many bytes (T.800 B.9, B.10). */
final class PacketReader {
    private static final int SOP_LENGTH = 6;
    private static final int EPH_LENGTH = 2;

    private final TileStyle style;
    private final Budget budget;
    private final PacketBits body;
    private final PacketBits header;
    private final TileStream.Packets packets;
    private final List<CodeBlock> included = new ArrayList<>();
    private boolean isTruncated;
    private int cutResolution;

    PacketReader(TileStream stream, TileStream.Packets packets, Budget budget) throws CodecException {
        this.style = stream.parameters().style();
        this.budget = budget;
        this.packets = packets;
        this.body = new PacketBits(packets.bytes(), packets.from(), packets.end());
        byte[] packed = stream.packedHeaders();
        this.header = stream.hasPackedHeaders() ? new PacketBits(packed, 0, packed.length) : body;
    }

    /** Whether a packet ended before its time. */
    boolean isTruncated() {
        return isTruncated;
    }

    /** Of the packet that ended before its time; packets behind it were not read. */
    int cutResolution() {
        return cutResolution;
    }

    /** Reads the next packet of the precinct; false when none is left. */
    boolean read(Precinct precinct) throws CodecException {
        if (header.isAtEnd()) {
            return false;
        }
        if (style.hasStarts()) {
            body.skipMarker(Marker.SOP, SOP_LENGTH);
        }
        included.clear();
        readHeader(precinct);
        header.align();
        if (header.isExhausted() || (style.hasEnds() && header.isCutWithin(Marker.EPH))) {
            included.forEach(CodeBlock::dropUnplaced);
            isTruncated = true;
            cutResolution = precinct.resolution();
            return false;
        }
        if (style.hasEnds()) {
            header.skipMarker(Marker.EPH, EPH_LENGTH);
        }
        precinct.countLayer();
        cutResolution = precinct.resolution();
        return readBody();
    }

    private void readHeader(Precinct precinct) throws CodecException {
        if (header.next() == 0) {
            return;
        }
        int layer = precinct.layersRead();
        for (PrecinctBand part : precinct.openBands(budget)) {
            for (int i = 0; i < part.blocks().length && !header.isExhausted(); i++) {
                readBlock(part, i, layer);
            }
        }
    }

    private void readBlock(PrecinctBand part, int i, int layer) throws CodecException {
        CodeBlock block = part.blocks()[i];
        int x = i % part.columns();
        int y = i / part.columns();
        if (block.isIncluded()) {
            if (header.next() == 0) {
                return;
            }
        } else {
            if (!part.inclusion().isBelow(x, y, layer + 1, header)) {
                return;
            }
            block.include(part.zeroPlanes().value(x, y, part.band().magnitudeBits(), header));
        }
        int passes = passes();
        budget.takeWork((long) passes * block.place().width() * block.place().height());
        block.readLengths(passes, header);
        included.add(block);
    }

    /** Table B.4. */
    private int passes() {
        if (header.next() == 0) {
            return 1;
        }
        if (header.next() == 0) {
            return 2;
        }
        int few = header.next(2);
        if (few < 3) {
            return 3 + few;
        }
        int more = header.next(5);
        return more < 31 ? 6 + more : 37 + header.next(7);
    }

    private boolean readBody() {
        int at = body.position();
        for (CodeBlock block : included) {
            at = isTruncated ? -1 : block.place(at, packets.end());
            if (at < 0) {
                block.dropUnplaced();
                isTruncated = true;
            }
        }
        if (isTruncated) {
            return false;
        }
        body.moveTo(at);
        return true;
    }
}
