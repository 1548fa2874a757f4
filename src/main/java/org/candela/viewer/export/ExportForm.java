package org.candela.viewer.export;

/** As what pictures leave. */
public enum ExportForm {
    /** P-values as sRGB greys, one file a frame. */
    PNG,
    /** The objects themselves without the patient (PS3.15 Annex E), one file an object. */
    DICOM,
    /** A film of each stack, H.264 in MP4. */
    MP4
}
