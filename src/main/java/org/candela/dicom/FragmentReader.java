package org.candela.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads encapsulated pixel data: the offset table and where each fragment lies (PS3.5 A.4). */
final class FragmentReader {
    private static final int HEADER = 8;
    private static final int MAX_FRAGMENTS = 1_000_000;
    private static final int MAX_FRAGMENT = Integer.MAX_VALUE - 8;
    /** Room for the offsets of {@link #MAX_FRAGMENTS} frames. */
    private static final int MAX_OFFSET_TABLE = 4 * MAX_FRAGMENTS;

    private final Input input;
    private final ReadOptions options;
    private final Warnings warnings;

    FragmentReader(Input input, ReadOptions options, Warnings warnings) {
        this.input = input;
        this.options = options;
        this.warnings = warnings;
    }

    Fragments read(ElementHeader pixelData, long end) throws IOException, DicomFormatException {
        List<BulkData> fragments = new ArrayList<>(1);
        byte @Nullable [] offsetTable = null;
        while (end - input.position() >= HEADER) {
            long offset = input.position();
            int tag = input.u16() << 16 | input.u16();
            long length = input.u32();
            if (tag == Tag.SequenceDelimitationItem) {
                return new Fragments(offsetTable == null ? new byte[0] : offsetTable, fragments);
            }
            long most = Math.min(end - input.position(), offsetTable == null ? MAX_OFFSET_TABLE : MAX_FRAGMENT);
            if (tag != Tag.Item || length > most || fragments.size() == MAX_FRAGMENTS) {
                String problem = "fragment " + (fragments.size() + 1) + " is broken or cut off";
                refuseOrNote(new DicomFormatException(input.name(), offset, pixelData.tag(), problem));
                input.position(end);
            } else if (offsetTable == null) {
                offsetTable = input.bytes((int) length);
            } else {
                fragments.add(input.bulk(input.position(), length, 1));
                input.position(input.position() + length);
            }
        }
        return withoutEnd(pixelData, new Fragments(offsetTable == null ? new byte[0] : offsetTable, fragments), end);
    }

    // [impl->req~dicom.truncated~1]
    /** Whole fragments up to the very end of the file lack the delimiter and nothing else. */
    private Fragments withoutEnd(ElementHeader pixelData, Fragments fragments, long end) throws DicomFormatException {
        String problem = "the fragments have no end; the file is truncated";
        if (input.position() == end && !fragments.items().isEmpty()) {
            warnings.add(pixelData.offset(), pixelData.tag(), "has fragments without a delimiter at their end");
        } else {
            refuseOrNote(new DicomFormatException(input.name(), pixelData.offset(), pixelData.tag(), problem));
        }
        input.position(end);
        return fragments;
    }

    private void refuseOrNote(DicomFormatException failure) throws DicomFormatException {
        if (options.damage() == ReadOptions.Damage.REFUSE) {
            throw failure;
        }
        warnings.ended(failure);
    }
}
