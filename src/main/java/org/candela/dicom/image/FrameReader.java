package org.candela.dicom.image;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.candela.codec.CodecException;
import org.candela.codec.Decoders;
import org.candela.codec.FrameDecoder;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

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

    private FrameReader(DicomFile file, String name, int frameCount, FrameDecoder decoder) {
        this.file = file;
        this.name = name;
        this.frameCount = frameCount;
        this.decoder = decoder;
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
        int frames = Math.max(1, dataSet.integer(Tag.NumberOfFrames).orElse(1));
        return new FrameReader(file, String.valueOf(path.getFileName()), frames, decoder);
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
        return ImageReader.describe(file.dataSet(), frameIndex);
    }

    // [impl->req~dicom-image.pixels~1]
    /** Stored values of frame {@code frameIndex}, from 0. Reads and decodes on the calling thread. */
    public Frame read(int frameIndex) throws IOException, CandelaException {
        requireFrame(frameIndex);
        PixelLayout layout = ImageReader.describe(file.dataSet(), frameIndex).layout();
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
        var fragments = file.dataSet().fragments(Tag.PixelData);
        if (fragments.isPresent()) {
            return new FragmentedFrames(name, fragments.orElseThrow(), frameCount).bytes(frameIndex);
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
