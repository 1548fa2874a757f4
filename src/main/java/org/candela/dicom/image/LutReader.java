package org.candela.dicom.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.LookupTable;
import org.candela.image.PresentationLut;
import org.candela.image.VoiLut;

/**
 * Lookup tables of sequences (PS3.3 C.11.1.1.1, C.11.2.1.1, C.11.6.1.1), with what writers do to them: 8-bit entries
 * packed into words, entries that need more bits than are declared, first values of the wrong sign.
 */
final class LutReader {
    static final String VOI_LUT_LEFT_OUT = "a VOI LUT cannot be read, not applied";
    static final String PRESENTATION_LUT_LEFT_OUT = "presentation LUT cannot be read, not applied";
    private static final int WIDTH = 16;

    private LutReader() {}

    /** The usable VOI LUTs of {@code group}, in the file's order; others are told as a warning. */
    // [impl->req~dicom-image.luts~1]
    static List<VoiLut> voi(Attributes group, LutDescriptor.Inputs inputs, List<String> warnings) {
        List<VoiLut> tables = new ArrayList<>();
        for (Attributes item : group.items(Tag.VOILUTSequence)) {
            readable(item, inputs)
                    .ifPresentOrElse(
                            table -> tables.add(new VoiLut(
                                    table, item.string(Tag.LUTExplanation).orElse(""))),
                            () -> warnings.add(VOI_LUT_LEFT_OUT));
        }
        return tables;
    }

    /** The presentation LUT that the data set brings with it; empty where the photometric interpretation decides. */
    // [impl->req~dicom-image.presentation~1]
    static Optional<PresentationLut> presentation(Attributes dataSet, List<String> warnings) {
        Optional<Attributes> item = dataSet.item(Tag.PresentationLUTSequence);
        Optional<PresentationLut> table = item.flatMap(found -> readable(found, LutDescriptor.Inputs.UNSIGNED))
                .map(PresentationLut.Table::new);
        if (item.isPresent() && table.isEmpty()) {
            warnings.add(PRESENTATION_LUT_LEFT_OUT);
        }
        return table;
    }

    private static Optional<LookupTable> readable(Attributes item, LutDescriptor.Inputs inputs) {
        try {
            return read(item, inputs);
        } catch (IOException e) {
            return Optional.empty(); // told by the caller: a table that cannot be read is not applied
        }
    }

    /** The table of an item; empty when it cannot be used. */
    static Optional<LookupTable> read(Attributes item, LutDescriptor.Inputs inputs) throws IOException {
        Optional<LutDescriptor> descriptor = LutDescriptor.of(item, Tag.LUTDescriptor);
        byte[] data = item.loadBytes(Tag.LUTData).orElse(new byte[0]);
        int[] entries = descriptor.map(found -> found.entries(data)).orElse(new int[0]);
        if (entries.length == 0) {
            return Optional.empty();
        }
        return descriptor.map(
                found -> new LookupTable(found.firstMapped(inputs), entries, bits(found.bits(), entries)));
    }

    /** The declared width where it holds all entries, else the least that does. */
    private static int bits(int declared, int[] entries) {
        int needed = Math.max(
                1,
                Integer.SIZE
                        - Integer.numberOfLeadingZeros(
                                Arrays.stream(entries).max().orElse(0)));
        return declared >= needed && declared <= WIDTH ? declared : needed;
    }
}
