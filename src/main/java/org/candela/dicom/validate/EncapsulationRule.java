package org.candela.dicom.validate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;

/** PS3.5 A.4: fragments are there where the transfer syntax has them, enough for all frames, and tables point at them. */
final class EncapsulationRule implements FileRule {
    private static final int ITEM_HEADER = 8;
    private static final String VIDEO = "1.2.840.10008.1.2.4.10";

    @Override
    public void check(DicomFile file, Places places, Report report) {
        Attributes image = file.dataSet();
        if (!image.contains(Tag.PixelData)) {
            return;
        }
        long offset = places.of(image, Tag.PixelData);
        Optional<Fragments> fragments = image.fragments(Tag.PixelData);
        boolean mustBe = file.transferSyntax().isEncapsulated();
        boolean isKnown = file.transferSyntax().form() != TransferSyntax.Form.UNKNOWN;
        if (isKnown && mustBe != fragments.isPresent()) {
            report.error(
                    offset,
                    Tag.PixelData,
                    mustBe
                            ? "is not in fragments, which the transfer syntax needs"
                            : "is in fragments, which the transfer syntax does not have");
        }
        if (fragments.isPresent()) {
            if (places.isCodedAs(image, Tag.PixelData, VR.OW)) {
                report.error(offset, Tag.PixelData, "is in fragments and OW, where they need OB");
            }
            boolean isVideo = file.transferSyntax().uid().value().startsWith(VIDEO);
            new Check(image, fragments.orElseThrow(), offset, report).check(isVideo);
        }
    }

    /** One image and where its findings go. */
    private record Check(Attributes image, Fragments fragments, long offset, Report report) {
        void check(boolean isVideo) {
            int frames = Math.max(1, image.integer(Tag.NumberOfFrames).orElse(1));
            int count = fragments.items().size();
            if (count == 0 || (!isVideo && count < frames)) {
                fault(Tag.PixelData, "has " + count + " fragments for " + frames + " frames");
            }
            if (fragments.items().stream().anyMatch(item -> item.length() % 2 != 0)) {
                fault(Tag.PixelData, "has a fragment of odd length");
            }
            if (!isVideo) {
                checkOffsetTable(frames);
                checkExtendedOffsetTable(frames);
            }
        }

        private void checkOffsetTable(int frames) {
            byte[] table = fragments.offsetTable();
            if (table.length == 0) {
                return;
            }
            if (table.length != (long) Integer.BYTES * frames) {
                fault(Tag.PixelData, "has an offset table of " + table.length + " bytes for " + frames + " frames");
                return;
            }
            ByteBuffer entries = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
            long[] offsets = new long[frames];
            for (int i = 0; i < frames; i++) {
                offsets[i] = Integer.toUnsignedLong(entries.getInt());
            }
            checkOffsets(offsets, Tag.PixelData, "the offset table");
        }

        private void checkExtendedOffsetTable(int frames) {
            Optional<byte[]> table = image.bytes(Tag.ExtendedOffsetTable);
            if (table.isEmpty()) {
                return;
            }
            if (fragments.offsetTable().length > 0) {
                fault(Tag.ExtendedOffsetTable, "stands beside a basic offset table that is not empty");
            }
            long expected = (long) Long.BYTES * frames;
            int lengths = image.bytes(Tag.ExtendedOffsetTableLengths).orElse(new byte[0]).length;
            if (table.orElseThrow().length != expected || lengths != expected) {
                fault(Tag.ExtendedOffsetTable, "or its lengths are not of " + frames + " frames");
                return;
            }
            long[] offsets = new long[frames];
            ByteBuffer.wrap(table.orElseThrow())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer()
                    .get(offsets);
            checkOffsets(offsets, Tag.ExtendedOffsetTable, "it");
        }

        private void checkOffsets(long[] offsets, int tag, String what) {
            Set<Long> starts = starts(fragments.items());
            for (int i = 0; i < offsets.length; i++) {
                boolean isFirst = i == 0 && offsets[i] == 0;
                boolean isLater = i > 0 && offsets[i] > offsets[i - 1] && starts.contains(offsets[i]);
                if (!isFirst && !isLater) {
                    fault(tag, "entry " + (i + 1) + " of " + what + " points at no fragment, or not on");
                    return;
                }
            }
        }

        private static Set<Long> starts(List<BulkData> items) {
            Set<Long> starts = new HashSet<>();
            long at = 0;
            for (BulkData item : items) {
                starts.add(at);
                at += ITEM_HEADER + item.length();
            }
            return starts;
        }

        private void fault(int tag, String what) {
            report.error(offset, tag, what);
        }
    }
}
