package org.candela.dicom.image;

import org.candela.image.LookupTable;

/** What the samples of a frame are to the stored values of its file, which a presentation state starts from. */
public sealed interface SampleOrigin {
    /** They are the stored values. */
    SampleOrigin STORED = new Stored();

    /** The stored values themselves. */
    record Stored() implements SampleOrigin {}

    /** Stored values brought through the file's modality LUT. */
    record ThroughTable(LookupTable table) implements SampleOrigin {}

    /** Stored values of more than 16 bits, brought into 16. */
    record Reduced() implements SampleOrigin {}

    /** Colours brought to sRGB by the file's own profile. */
    record InSrgb(IccProfile profile) implements SampleOrigin {}
}
