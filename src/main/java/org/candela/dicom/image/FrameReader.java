package org.candela.dicom.image;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.candela.codec.Decoders;
import org.candela.codec.FrameDecoder;
import org.candela.codec.stream.CodecException;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;
import org.jspecify.annotations.Nullable;

/**
 * Frames of one DICOM file. The header is read once; each frame is read from the file when asked for.
 *
 * <p>Immutable; safe from any thread. Holds no open file.
 */
public final class FrameReader {
    private final DicomFile file;
    private final String name;
    private final int frameCount;
    private final FrameDecoder decoder;
    private final @Nullable FragmentedFrames fragmented;

    private FrameReader(DicomFile file, String name, FrameDecoder decoder, @Nullable FragmentedFrames fragmented) {
        this.file = file;
        this.name = name;
        this.frameCount = frameCount(file.dataSet());
        this.decoder = decoder;
        this.fragmented = fragmented;
    }

    /**
     * Opens the image in {@code path}.
     *
     * @throws DicomFormatException when the file is no readable DICOM
     * @throws UnsupportedImageException when it holds no pixels, or in a transfer syntax Candela does not read
     */
    // [impl->req~dicom-image.refuse~1]
    public static FrameReader open(Path path) throws IOException, CandelaException {
        DicomFile file = DicomReader.read(path);
        Attributes dataSet = file.dataSet();
        if (!dataSet.contains(Tag.PixelData)) {
            boolean isFloat = dataSet.contains(Tag.FloatPixelData) || dataSet.contains(Tag.DoubleFloatPixelData);
            throw new UnsupportedImageException(
                    path.getFileName() + (isFloat ? ": float pixels are not supported yet" : ": no pixel data"));
        }
        FrameDecoder decoder = Decoders.forTransferSyntax(file.transferSyntax().uid())
                .orElseThrow(() -> new UnsupportedImageException(
                        path.getFileName() + ": transfer syntax not supported yet: " + file.transferSyntax()));
        String name = String.valueOf(path.getFileName());
        var fragments = dataSet.fragments(Tag.PixelData);
        return new FrameReader(
                file,
                name,
                decoder,
                fragments.isPresent()
                        ? FragmentedFrames.of(name, dataSet, fragments.orElseThrow(), frameCount(dataSet))
                        : null);
    }

    private static int frameCount(Attributes dataSet) {
        return Math.max(1, dataSet.integer(Tag.NumberOfFrames).orElse(1));
    }

    /** The data set, without changes by agreement. */
    public Attributes dataSet() {
        return file.dataSet();
    }

    /** Number of frames, at least 1. */
    public int frameCount() {
        return frameCount;
    }

    /** What is needed to show frame {@code frameIndex}, from 0. */
    public ImageDescription describe(int frameIndex) throws UnsupportedImageException {
        requireFrame(frameIndex);
        try {
            ImageDescription described = ImageReader.describe(file.dataSet(), frameIndex);
            return isLossySyntax() ? described.asLossy() : described;
        } catch (UnsupportedImageException e) {
            throw new UnsupportedImageException(name + ": " + e.getMessage());
        }
    }

    /** Some writers compress with loss and do not say so in (0028,2110). */
    private boolean isLossySyntax() {
        return file.transferSyntax().equals(TransferSyntax.JPEG_BASELINE);
    }

    // [impl->req~dicom-image.pixels~1]
    /** Stored values of frame {@code frameIndex}, from 0. Reads and decodes on the calling thread. */
    public Frame read(int frameIndex) throws IOException, CandelaException {
        PixelLayout layout = describe(frameIndex).layout();
        byte[] bytes = bytes(frameIndex, layout);
        try {
            return decoder.decode(bytes, layout);
        } catch (CodecException e) {
            throw new DicomFormatException(
                    name,
                    DicomFormatException.NO_OFFSET,
                    Tag.PixelData,
                    "frame " + (frameIndex + 1) + ": " + e.getMessage(),
                    e);
        }
    }

    private void requireFrame(int frameIndex) {
        if (frameIndex < 0 || frameIndex >= frameCount) {
            throw new IndexOutOfBoundsException("frame " + frameIndex + " of " + frameCount);
        }
    }

    private byte[] bytes(int frameIndex, PixelLayout layout) throws IOException, CandelaException {
        if (fragmented != null) {
            return fragmented.bytes(frameIndex);
        }
        BulkData data = file.dataSet().bulkData(Tag.PixelData).orElseThrow(() -> failure("pixel data has no value"));
        long bitsPerFrame = layout.byteCount() * 8;
        boolean packsAcrossFrames = layout.bitsAllocated() == 1 && layout.sampleCount() % 8 != 0 && frameCount > 1;
        if (packsAcrossFrames) {
            throw new UnsupportedImageException(name + ": 1-bit frames that share bytes are not supported yet");
        }
        long start = frameIndex * bitsPerFrame / 8;
        if (layout.byteCount() > Integer.MAX_VALUE - 8 || start + layout.byteCount() > data.length()) {
            throw failure("pixel data of " + data.length() + " bytes is too short for frame " + (frameIndex + 1)
                    + " of " + layout.byteCount() + " bytes");
        }
        return data.read(start, (int) layout.byteCount());
    }

    private DicomFormatException failure(String problem) {
        return new DicomFormatException(name, DicomFormatException.NO_OFFSET, Tag.PixelData, problem);
    }
}
