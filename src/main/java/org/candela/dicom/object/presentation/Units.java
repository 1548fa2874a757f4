package org.candela.dicom.object.presentation;

/** What annotation coordinates count (PS3.3 C.10.5.1.1). */
public enum Units {
    /** Pixels of the stored image: 0\0 is the outer corner of the first pixel. */
    PIXEL,
    /** Fractions of the displayed area as it stands on the screen: 0\0 top left, 1\1 bottom right. */
    DISPLAY
}
