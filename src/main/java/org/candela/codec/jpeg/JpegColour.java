package org.candela.codec.jpeg;

/** What a stream says of its three components: by JFIF, by Adobe's marker or by component identifiers R, G, B. */
public enum JpegColour {
    RGB,
    YBR,
    UNSTATED
}
