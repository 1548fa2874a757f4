package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.candela.codec.stream.CodecException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the main header and all tile-part headers (T.800 Annex A).
 *
 * <p>Tolerated as other decoders do: a missing EOC, a last tile-part longer or shorter than its Psot says, tile-part
 * numbers that disagree, unknown segments.
 */
final class CodestreamParser {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final PackedHeaders packed = new PackedHeaders();
    private final SortedMap<Integer, TileStream> tiles = new TreeMap<>();
    private Capabilities capabilities = Capabilities.NONE;
    private @Nullable ImageSize size;
    private @Nullable Parameters main;

    /** The codestream at {@code start} up to {@code end} of the array. */
    CodestreamParser(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** Only the SIZ segment, which must be the first one (A.5.1). */
    ImageSize size() throws CodecException {
        ByteCursor cursor = new ByteCursor(bytes, start, end);
        if (cursor.unsigned16() != Marker.SOC || cursor.unsigned16() != Marker.SIZ) {
            throw new CodecException("no JPEG 2000 codestream: it does not begin with SOC and SIZ");
        }
        return ImageSize.read(segment(cursor));
    }

    Codestream parse() throws CodecException {
        ByteCursor cursor = new ByteCursor(bytes, start, end);
        ImageSize read = size();
        size = read;
        Parameters parameters = new Parameters(read.components().size());
        main = parameters;
        cursor.skip(2);
        readMainHeader(cursor, parameters);
        parameters.check();
        readTileParts(cursor);
        return new Codestream(bytes, read, capabilities, List.copyOf(tiles.values()));
    }

    private void readMainHeader(ByteCursor cursor, Parameters parameters) throws CodecException {
        List<Progression> progressions = new ArrayList<>();
        int marker = cursor.unsigned16();
        while (marker != Marker.SOT) {
            ByteCursor segment = segment(cursor);
            switch (marker) {
                case Marker.CAP -> capabilities = Capabilities.read(segment);
                case Marker.PPM -> packed.addMain(segment);
                case Marker.POC -> readProgressions(segment, progressions);
                default -> parameters.take(marker, segment);
            }
            marker = nextMarker(cursor);
        }
        parameters.replaceProgressions(progressions);
        packed.endMain();
    }

    private static int nextMarker(ByteCursor cursor) throws CodecException {
        int marker = cursor.unsigned16();
        if (marker < 0xFF00 || marker == Marker.EOC) {
            throw new CodecException(
                    "no marker but " + Integer.toHexString(marker) + " at " + (cursor.position() - 2) + " of a header");
        }
        return marker;
    }

    private static ByteCursor segment(ByteCursor cursor) throws CodecException {
        return cursor.take(cursor.unsigned16() - 2);
    }

    private static void readProgressions(ByteCursor segment, List<Progression> target) throws CodecException {
        while (segment.remaining() >= 7) {
            target.add(Progression.read(segment));
        }
    }

    /** The cursor stands behind the first SOT marker. */
    private void readTileParts(ByteCursor cursor) throws CodecException {
        do {
            readTilePart(cursor);
        } while (cursor.remaining() >= 2 && cursor.unsigned16() == Marker.SOT && cursor.remaining() > 10);
    }

    private void readTilePart(ByteCursor cursor) throws CodecException {
        int from = cursor.position() - 2;
        ByteCursor segment = segment(cursor);
        int index = segment.unsigned16();
        long length = segment.unsigned32();
        segment.skip(1); // TPsot: the order of tile-parts in the codestream is theirs
        TileStream tile = tile(index);
        tile.expectParts(segment.unsigned8());
        List<Progression> progressions = new ArrayList<>();
        for (int marker = nextMarker(cursor); marker != Marker.SOD; marker = nextMarker(cursor)) {
            ByteCursor header = segment(cursor);
            switch (marker) {
                case Marker.PPT -> packed.addTile(header);
                case Marker.POC -> readProgressions(header, progressions);
                default -> tile.parameters().take(marker, header);
            }
        }
        if (!progressions.isEmpty()) {
            tile.addProgressions(progressions);
        }
        packed.endTilePart(tile);
        int packets = cursor.position();
        int stop = endOfTilePart(from, length, tile, packets);
        tile.addPackets(packets, stop);
        cursor.skip(stop - packets);
    }

    /**
     * Psot 0 reaches to the end (A.4.2), as does one that claims more than is there or stops short of any marker; the
     * tile must then be complete.
     */
    private int endOfTilePart(int from, long length, TileStream tile, int packets) {
        long stop = from + length;
        if (length != 0 && stop >= packets && (stop + 1 >= end ? stop <= end : isMarker((int) stop))) {
            return (int) stop;
        }
        boolean isEnded = endsWithEoc(packets);
        if (length != 0 || !isEnded) {
            tile.requireAllPackets();
        }
        return isEnded ? end - 2 : end;
    }

    private boolean isMarker(int at) {
        int marker = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
        return marker == Marker.SOT || marker == Marker.EOC;
    }

    private boolean endsWithEoc(int packets) {
        return end - 2 >= packets && (bytes[end - 2] & 0xFF) == 0xFF && (bytes[end - 1] & 0xFF) == 0xD9;
    }

    private TileStream tile(int index) throws CodecException {
        if (size == null || main == null || index >= size.tileCount()) {
            throw new CodecException("a part of tile " + index + ", which the image does not have");
        }
        TileStream known = tiles.get(index);
        if (known != null) {
            return known;
        }
        TileStream tile = new TileStream(index, main.forTile());
        tiles.put(index, tile);
        return tile;
    }
}
