package org.candela.dicom.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.codec.Decoders;
import org.candela.codec.Encoders;
import org.candela.codec.FrameDecoder;
import org.candela.codec.FrameEncoder;
import org.candela.codec.stream.CodecException;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

/** Frames encoded anew, in a file of their own until they are part of an object, so that memory holds one at a time. */
final class EncodedFrames implements AutoCloseable {
    private static final int ITEM_HEADER = 8;
    private static final long MAX_OFFSET = 0xFFFFFFFFL;
    private final Path file;
    private final List<Long> lengths = new ArrayList<>();

    private EncodedFrames(Path file) {
        this.file = file;
    }

    /** None yet, on the disk of {@code target}. */
    static EncodedFrames beside(Path target) throws IOException {
        return new EncodedFrames(Files.createTempFile(target.toAbsolutePath().getParent(), ".transcoding-", ".tmp"));
    }

    /** Encodes all frames and makes sure that they decode to the same samples; how these lie in their cells. */
    PixelLayout encode(FrameReader reader, TransferSyntax syntax) throws IOException, CandelaException {
        FrameEncoder encoder = Encoders.forTransferSyntax(syntax.uid()).orElseThrow();
        FrameDecoder decoder = Decoders.forTransferSyntax(syntax.uid()).orElseThrow();
        PixelLayout first = cells(reader.read(0).layout());
        requireWholeBytes(first, reader.frameCount(), syntax);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int i = 0; i < reader.frameCount(); i++) {
                Frame frame = reader.read(i);
                if (!cells(frame.layout()).equals(first)) {
                    throw new UnsupportedImageException(
                            "frame " + (i + 1) + " is coded in other colours than the first");
                }
                byte[] bytes = encoder.encode(frame);
                if (!Arrays.equals(decoder.decode(bytes, first).samples(), frame.samples())) {
                    throw new CodecException("frame " + (i + 1) + " does not come back from " + syntax + " as it was");
                }
                int length = syntax.isEncapsulated() ? bytes.length : (int) first.byteCount();
                stream.write(bytes, 0, length);
                lengths.add((long) length);
            }
        }
        return first;
    }

    /** Samples in the lowest bits, colour by pixel. */
    private static PixelLayout cells(PixelLayout layout) {
        return new PixelLayout(
                layout.rows(),
                layout.columns(),
                layout.photometric(),
                layout.bitsAllocated(),
                layout.bitsStored(),
                layout.bitsStored() - 1,
                layout.isSigned(),
                false);
    }

    private static void requireWholeBytes(PixelLayout layout, int frameCount, TransferSyntax syntax)
            throws UnsupportedImageException {
        boolean sharesBytes = layout.bitsAllocated() == 1 && layout.sampleCount() % 8 != 0 && frameCount > 1;
        if (sharesBytes && !syntax.isEncapsulated()) {
            throw new UnsupportedImageException("1-bit frames that share bytes are not supported yet");
        }
    }

    /** Puts the frames into {@code dataSet} as {@code syntax} asks: fragments with an offset table, or one value. */
    void putInto(Attributes dataSet, PixelLayout layout, TransferSyntax syntax) {
        if (syntax.isEncapsulated()) {
            dataSet.setFragments(Tag.PixelData, new Fragments(offsetTable(), items()));
        } else {
            long length = lengths.stream().mapToLong(Long::longValue).sum();
            // PS3.5 A.1, A.2: OW in implicit VR, and where a cell has more than 8 bits; OB else.
            boolean isWords = layout.bitsAllocated() > 8 || syntax.equals(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
            dataSet.setBulkData(Tag.PixelData, isWords ? VR.OW : VR.OB, new BulkData(file, 0, length, 1));
        }
    }

    private List<BulkData> items() {
        List<BulkData> items = new ArrayList<>();
        long offset = 0;
        for (long length : lengths) {
            items.add(new BulkData(file, offset, length, 1));
            offset += length;
        }
        return items;
    }

    /** Offsets of the frames' items from the first one (PS3.5 A.4); empty where 32 bits cannot hold them. */
    private byte[] offsetTable() {
        ByteBuffer table = ByteBuffer.allocate(Integer.BYTES * lengths.size()).order(ByteOrder.LITTLE_ENDIAN);
        long offset = 0;
        for (long length : lengths) {
            if (offset > MAX_OFFSET) {
                return new byte[0];
            }
            table.putInt((int) offset);
            offset += ITEM_HEADER + length;
        }
        return table.array();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
