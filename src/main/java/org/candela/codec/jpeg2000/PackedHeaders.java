package org.candela.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.candela.codec.stream.CodecException;

/** Packet headers that stand in the main header (PPM) or in tile-part headers (PPT) (T.800 A.7.4, A.7.5). */
final class PackedHeaders {
    private final SortedMap<Integer, byte[]> main = new TreeMap<>();
    private final SortedMap<Integer, byte[]> tilePart = new TreeMap<>();
    private final Deque<byte[]> mainByTilePart = new ArrayDeque<>();
    private boolean isInMain;

    void addMain(ByteCursor segment) throws CodecException {
        main.put(segment.unsigned8(), segment.rest());
    }

    /** Cuts what all PPM segments hold into the series of the tile-parts: Nppm, then as many bytes. */
    void endMain() throws CodecException {
        isInMain = !main.isEmpty();
        byte[] all = joined(main);
        ByteCursor cursor = new ByteCursor(all, 0, all.length);
        while (cursor.remaining() >= 4) {
            long length = Math.min(cursor.unsigned32(), cursor.remaining());
            mainByTilePart.add(cursor.take((int) length).rest());
        }
    }

    void addTile(ByteCursor segment) throws CodecException {
        tilePart.put(segment.unsigned8(), segment.rest());
    }

    /** Gives the tile the headers of the tile-part whose header has just ended. */
    void endTilePart(TileStream tile) {
        if (isInMain) {
            byte[] next = mainByTilePart.poll();
            tile.addPackedHeaders(next == null ? new byte[0] : next);
        }
        if (!tilePart.isEmpty()) {
            tile.addPackedHeaders(joined(tilePart));
            tilePart.clear();
        }
    }

    private static byte[] joined(Map<Integer, byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.values().forEach(all::writeBytes);
        return all.toByteArray();
    }
}
