package org.candela.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What the tile-parts of one tile hold: its parameters, its packets and packet headers that stand apart. */
final class TileStream {
    private final int index;
    private final Parameters parameters;
    private final List<Span> spans = new ArrayList<>();
    private final ByteArrayOutputStream packedHeaders = new ByteArrayOutputStream();
    private boolean hasPackedHeaders;
    private boolean hasOwnProgressions;
    private boolean needsAllPackets;
    private int expectedParts;

    TileStream(int index, Parameters parameters) {
        this.index = index;
        this.parameters = parameters;
    }

    /** Bytes {@code from} up to {@code end} of the codestream. */
    record Span(int from, int end) {}

    int index() {
        return index;
    }

    Parameters parameters() {
        return parameters;
    }

    void addPackets(int from, int end) {
        spans.add(new Span(from, end));
    }

    void addPackedHeaders(byte[] headers) {
        hasPackedHeaders = true;
        packedHeaders.writeBytes(headers);
    }

    void addProgressions(List<Progression> read) {
        if (hasOwnProgressions) {
            parameters.addProgressions(read);
        } else {
            parameters.replaceProgressions(read);
        }
        hasOwnProgressions = true;
    }

    /** Says that the end of a tile-part is in doubt, so that a packet that is missing may have been cut off. */
    void requireAllPackets() {
        needsAllPackets = true;
    }

    /** Takes TNsot: how many tile-parts there are, or 0 where this one does not say it (A.4.2). */
    void expectParts(int count) {
        expectedParts = Math.max(expectedParts, count);
    }

    /** Whether a packet that is missing was cut off, rather than never written. */
    boolean needsAllPackets() {
        return needsAllPackets || spans.size() < expectedParts;
    }

    boolean hasPackedHeaders() {
        return hasPackedHeaders;
    }

    byte[] packedHeaders() {
        return packedHeaders.toByteArray();
    }

    /** The packets of all tile-parts in a row; the codestream itself where there is one part only. */
    Packets packets(byte[] codestream) {
        if (spans.size() == 1) {
            return new Packets(codestream, spans.get(0).from(), spans.get(0).end());
        }
        int length = spans.stream().mapToInt(span -> span.end() - span.from()).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (Span span : spans) {
            System.arraycopy(codestream, span.from(), joined, at, span.end() - span.from());
            at += span.end() - span.from();
        }
        return new Packets(joined, 0, length);
    }

    /** Bytes {@code from} up to {@code end} of an array. */
    @SuppressWarnings("ArrayRecordComponent") // a view of the codestream, read only
    record Packets(byte[] bytes, int from, int end) {}
}
