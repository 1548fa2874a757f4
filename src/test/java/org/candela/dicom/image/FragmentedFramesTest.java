package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PS3.5 A.4: which fragments make which frame. */
class FragmentedFramesTest {
    private static final byte[] START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    private static final byte[] MORE = {1, 2, 3, 4};
    private static final byte[] LAST = {5, 6};

    @TempDir
    private Path folder;

    private final Attributes dataSet = new Attributes();

    @Test
    void aSingleFrameOwnsAllFragments() throws Exception {
        FragmentedFrames frames = frames(1, fragments(new byte[0], START, MORE, LAST));

        assertArrayEquals(joined(START, MORE, LAST), frames.bytes(0));
    }

    @Test
    void asManyFragmentsAsFramesAreOneEachWhateverTheTableSays() throws Exception {
        FragmentedFrames frames = frames(2, fragments(new byte[] {9, 9, 9, 9}, MORE, LAST));

        assertArrayEquals(MORE, frames.bytes(0));
        assertArrayEquals(LAST, frames.bytes(1));
    }

    @Test
    void theBasicOffsetTableTellsFramesOfSeveralFragmentsApart() throws Exception {
        FragmentedFrames frames = frames(2, fragments(offsets(0, 12 + 12), MORE, MORE, LAST));

        assertArrayEquals(joined(MORE, MORE), frames.bytes(0));
        assertArrayEquals(LAST, frames.bytes(1));
    }

    @Test
    void theExtendedOffsetTableDoesTheSame() throws Exception {
        ByteBuffer table = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0)
                .putLong(12);
        dataSet.setBytes(Tag.ExtendedOffsetTable, VR.OV, table.array());

        FragmentedFrames frames = frames(2, fragments(new byte[0], MORE, MORE, LAST));

        assertArrayEquals(joined(MORE, LAST), frames.bytes(1));
    }

    /** Pitfall 18: an empty table and more fragments than frames. */
    @Test
    void withoutATableCodestreamsAreFoundByTheirFirstMarkers() throws Exception {
        FragmentedFrames frames = frames(2, fragments(new byte[0], START, MORE, START, LAST, MORE));

        assertArrayEquals(joined(START, MORE), frames.bytes(0));
        assertArrayEquals(joined(START, LAST, MORE), frames.bytes(1));
    }

    // [utest->req~dicom-image.fragments~1]
    @Test
    void aFrameThatTheFileDoesNotReachFailsAlone() throws Exception {
        FragmentedFrames frames = frames(3, fragments(new byte[0], START, START));

        assertArrayEquals(START, frames.bytes(1));
        assertThrows(DicomFormatException.class, () -> frames.bytes(2));
    }

    // [utest->req~dicom-image.fragments~1]
    @Test
    void emptyFragmentsMakeNoFrame() throws Exception {
        FragmentedFrames frames = frames(2, fragments(new byte[0], MORE, new byte[0], LAST));

        assertArrayEquals(MORE, frames.bytes(0));
        assertArrayEquals(LAST, frames.bytes(1));
    }

    // [utest->req~dicom-image.fragments~1]
    @Test
    void aTableThatFitsNothingGivesWayToCodestreams() throws Exception {
        FragmentedFrames frames = frames(2, fragments(offsets(0, 13), START, MORE, START));

        assertArrayEquals(joined(START, MORE), frames.bytes(0));
        assertArrayEquals(START, frames.bytes(1));
    }

    // [utest->req~dicom-image.refuse~1]
    @Test
    void framesThatCannotBeToldApartAreRefused() {
        assertThrows(DicomFormatException.class, () -> frames(2, fragments(new byte[0], MORE, MORE, LAST)));
        assertThrows(DicomFormatException.class, () -> frames(2, fragments(offsets(0, 13), MORE, MORE, LAST)));
        assertThrows(DicomFormatException.class, () -> frames(Integer.MAX_VALUE, fragments(offsets(0, 12), MORE)));
        assertThrows(DicomFormatException.class, () -> frames(1, fragments(new byte[0])));
    }

    private FragmentedFrames frames(int count, Fragments fragments) throws Exception {
        return FragmentedFrames.of("test.dcm", dataSet, fragments, count);
    }

    private Fragments fragments(byte[] offsetTable, byte[]... values) throws Exception {
        Path file = Files.createTempFile(folder, "fragments", ".bin");
        Files.write(file, joined(values));
        List<BulkData> items = new ArrayList<>();
        long offset = 0;
        for (byte[] value : values) {
            items.add(new BulkData(file, offset, value.length, 1));
            offset += value.length;
        }
        return new Fragments(offsetTable, items);
    }

    private static byte[] offsets(int... offsets) {
        ByteBuffer table = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int offset : offsets) {
            table.putInt(offset);
        }
        return table.array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
