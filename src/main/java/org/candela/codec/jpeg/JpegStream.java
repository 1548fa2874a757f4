package org.candela.codec.jpeg;

import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.jspecify.annotations.Nullable;

/** Reads the segments of one stream in order (T.81 Annex B) and has its scans decoded. */
final class JpegStream {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    /** Far more than an encoder makes; bounds the time of hostile streams. */
    private static final int MOST_SCANS = 200;

    private final byte[] bytes;
    private final Tables tables = new Tables();
    private int at;
    private boolean sawEnd;
    private @Nullable JpegFrame frame;

    JpegStream(byte[] bytes) {
        this.bytes = bytes;
    }

    JpegHeader header() throws CodecException {
        begin();
        readUntilScan();
        JpegFrame found = requireFrame();
        return new JpegHeader(found.extent(), found.precision(), found.process(), tables.colour(found));
    }

    CodedImage decode() throws CodecException {
        begin();
        int scans = 0;
        while (readUntilScan()) {
            if (++scans > MOST_SCANS) {
                throw new CodecException("a JPEG of more than " + MOST_SCANS + " scans");
            }
            JpegFrame current = requireFrame();
            if (scans == 1) {
                current.allocate(bytes.length);
            }
            scan(current);
            if (current.process() != JpegProcess.PROGRESSIVE && isDecoded(current)) {
                break; // what follows is no part of the image
            }
        }
        JpegFrame whole = requireFrame();
        requireComplete(whole);
        if (whole.process() == JpegProcess.PROGRESSIVE) {
            ProgressiveScan.finish(whole);
        }
        return whole.image();
    }

    private void begin() throws CodecException {
        if (bytes.length < 4 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != SOI) {
            throw new CodecException("no JPEG stream: it does not begin with SOI");
        }
        at = 2;
    }

    private JpegFrame requireFrame() throws CodecException {
        if (frame == null) {
            throw new CodecException("a JPEG without a frame header");
        }
        return frame;
    }

    /** Reads segments; true when a scan follows, false at the end of the image or of the bytes. */
    private boolean readUntilScan() throws CodecException {
        while (at + 1 < bytes.length) {
            int marker = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) != 0xFF || marker == 0xFF || marker == 0) {
                at++; // fill bytes (B.1.1.2), or bytes that belong nowhere
                continue;
            }
            if (marker == EOI) {
                sawEnd = true;
                return false;
            }
            at += 2;
            if (marker == SOS) {
                return true;
            }
            boolean isAlone = marker == 0x01 || (marker >= 0xD0 && marker <= SOI); // TEM, RSTn, SOI
            if (!isAlone) {
                Segment segment = Segment.at(bytes, at);
                segment(marker, segment);
                at = segment.end();
            }
        }
        return false;
    }

    private void segment(int marker, Segment segment) throws CodecException {
        boolean isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame || marker == 0xF7) {
            if (frame != null) {
                throw new CodecException("a second frame header at byte " + at);
            }
            frame = FrameHeader.read(marker, segment);
        } else {
            tables.read(marker, segment);
        }
    }

    private void scan(JpegFrame current) throws CodecException {
        Segment segment = Segment.at(bytes, at);
        Scan scan = tables.scan(segment, current);
        int atOnce = current.process().isLossless()
                ? current.columns() * scan.parts().size()
                : 0;
        BitReader in = new BitReader(bytes, segment.end(), atOnce);
        switch (current.process()) {
            case LOSSLESS -> new LosslessScan(scan, current, in).decode();
            case PROGRESSIVE -> {
                ProgressiveScan progressive = new ProgressiveScan(scan, in);
                progressive.requireProgress();
                new BlockScan(scan, current, in).decode(progressive);
            }
            default -> new BlockScan(scan, current, in).decode(new SequentialScan(scan, current, in));
        }
        scan.parts().forEach(part -> part.component().isDecoded = true);
        at = in.end();
    }

    private static boolean isDecoded(JpegFrame frame) {
        return frame.components().stream().allMatch(component -> component.isDecoded);
    }

    /** Without EOI every bit must have come; with it, a coefficient that never came is zero. */
    // [impl->req~codec.jpeg-complete~1]
    private void requireComplete(JpegFrame whole) throws CodecException {
        if (!isDecoded(whole)) {
            throw new CodecException("a JPEG that ends before its last scan");
        }
        if (whole.process() != JpegProcess.PROGRESSIVE) {
            return;
        }
        for (Component component : whole.components()) {
            for (int k = 0; k < 64; k++) {
                int accuracy = component.accuracy[k];
                if (accuracy > 0 || (accuracy < 0 && (k == 0 || !sawEnd))) {
                    throw new CodecException("a progressive JPEG that ends before its last scan");
                }
            }
        }
    }
}
