package org.candela.dicom.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.base.CandelaException;
import org.candela.codec.CodedPrefix;
import org.candela.codec.video.VideoDecoder;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Fragments;
import org.candela.dicom.ReadElement;
import org.candela.dicom.ReadListener;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.Tag;

/**
 * A single-frame image in JPEG 2000 or its high-throughput form whose file is still being written: what its first bytes give
 * is exactly what the whole gives at that resolution, or nothing. Holds no open file.
 *
 * @param reader of what is there; only reduced by {@code reduction} and more does it give a frame
 * @param reduction how often width and height must be halved at least
 */
public record ArrivingImage(FrameReader reader, int reduction) {
    private static final int ITEM_HEADER = 8;
    private static final long MOST_BYTES = 1L << 30;
    private static final byte[] ITEM = {(byte) 0xFE, (byte) 0xFF, 0x00, (byte) 0xE0};

    // [impl->req~dicom-image.arriving~1]
    /**
     * What is there now of the image in {@code file}.
     *
     * @return empty while it gives no picture, and for any other kind of file
     */
    public static Optional<ArrivingImage> of(Path file) throws IOException, CandelaException {
        long size = Files.size(file); // it may grow while it is read
        Faults faults = new Faults();
        DicomFile read = DicomReader.read(file, ReadOptions.standard().keepingPrefix(), faults);
        Attributes dataSet = read.dataSet();
        boolean isOfOne = FrameCount.stated(dataSet) == 1;
        Optional<Fragments> fragments = dataSet.fragments(Tag.PixelData);
        if (!isOfOne || fragments.isEmpty() || size > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] coded = joined(file, size, fragments.orElseThrow(), faults);
        OptionalInt reduction = coded.length == 0 ? OptionalInt.empty() : CodedPrefix.reductionOf(coded);
        if (reduction.isEmpty()) {
            return Optional.empty();
        }
        dataSet.setFragments(Tag.PixelData, new Fragments(new byte[0], List.of(BulkData.ofBytes(coded))));
        FrameReader reader = FrameReader.of(read, String.valueOf(file.getFileName()), VideoDecoder.NONE);
        return reader.hasResolutions()
                ? Optional.of(new ArrivingImage(reader, reduction.orElseThrow()))
                : Optional.empty();
    }

    /** The fragments that are whole and what is there of the one after them. */
    private static byte[] joined(Path file, long size, Fragments fragments, Faults faults) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (BulkData whole : fragments.items()) {
            bytes.write(whole.read());
        }
        for (long offset : faults.offsets) {
            boolean isAfter = fragments.items().isEmpty()
                    || offset == endOf(fragments.items().get(fragments.items().size() - 1));
            if (isAfter && offset + ITEM_HEADER < size && isItem(file, offset)) {
                bytes.write(new BulkData(file, offset + ITEM_HEADER, size - offset - ITEM_HEADER, 1).read());
                break;
            }
        }
        return bytes.toByteArray();
    }

    private static long endOf(BulkData fragment) {
        return fragment.offset() + fragment.length();
    }

    private static boolean isItem(Path file, long offset) throws IOException {
        return Arrays.equals(ITEM, new BulkData(file, offset, ITEM.length, 1).read());
    }

    /** Where pixel data broke off. */
    private static final class Faults implements ReadListener {
        private final List<Long> offsets = new ArrayList<>();

        @Override
        public void element(ReadElement element) {
            // what is whole is in the data set
        }

        @Override
        public void fault(long offset, int tag, String problem) {
            if (tag == Tag.PixelData && offset != DicomFormatException.NO_OFFSET) {
                offsets.add(offset);
            }
        }
    }
}
