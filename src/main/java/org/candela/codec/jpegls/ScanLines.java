package org.candela.codec.jpegls;

import java.util.Arrays;
import java.util.List;
import org.candela.codec.stream.CodecException;

/** The lines of one scan: which components they belong to, what they see beyond their edges, restarts (T.87 A.2, B). */
final class ScanLines {
    private final int rows;
    private final int stride;
    private final List<Integer> components;
    private final ScanDecoder decoder;
    private final short[] samples;
    private final int[] runIndex;
    private int[][] up;
    private int[][] line;

    private ScanLines(Header header, List<Integer> components, ScanDecoder decoder, short[] samples) {
        this.rows = header.extent().rows();
        this.stride = header.extent().components();
        this.components = components;
        this.decoder = decoder;
        this.samples = samples;
        this.runIndex = new int[components.size()];
        this.up = new int[components.size()][header.extent().columns() + 2];
        this.line = new int[components.size()][header.extent().columns() + 2];
    }

    /** Decodes a scan into the interleaved {@code samples}; where its data have ended. */
    static int decode(byte[] data, Header header, Header.Scan scan, short[] samples) throws CodecException {
        Coding coding = Coding.of(header.preset(), header.precision(), scan.near());
        BitSource source = new BitSource(data, scan.dataStart());
        ScanLines lines = new ScanLines(header, scan.components(), new ScanDecoder(coding, source), samples);
        int interval = header.restartLines() == 0 ? header.extent().rows() : header.restartLines();
        for (int row = 0; row < lines.rows; row++) {
            if (row > 0 && row % interval == 0) {
                source.passRestart(row / interval - 1);
                lines.restart();
            }
            lines.decode(row, scan.interleave());
            source.requireNoOverrun();
        }
        return source.end();
    }

    private void restart() {
        decoder.reset();
        Arrays.fill(runIndex, 0);
        for (int[] above : line) {
            Arrays.fill(above, 0);
        }
    }

    private void decode(int row, Header.Interleave interleave) throws CodecException {
        int[][] above = line;
        line = up;
        up = above;
        for (int i = 0; i < line.length; i++) {
            line[i][0] = up[i][1];
            up[i][up[i].length - 1] = up[i][up[i].length - 2];
        }
        if (interleave == Header.Interleave.SAMPLE) {
            runIndex[0] = decoder.samples(up, line, runIndex[0]);
        } else {
            for (int i = 0; i < line.length; i++) {
                runIndex[i] = decoder.line(up[i], line[i], runIndex[i]);
            }
        }
        for (int i = 0; i < line.length; i++) {
            store(line[i], row, components.get(i));
        }
    }

    private void store(int[] decoded, int row, int component) {
        int columns = decoded.length - 2;
        int to = row * columns * stride + component;
        for (int x = 1; x <= columns; x++, to += stride) {
            samples[to] = (short) decoded[x];
        }
    }
}
