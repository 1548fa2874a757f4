package org.candela.codec.jpeg;

import org.candela.codec.stream.StreamBounds.Extent;

/**
 * What a JPEG stream says of its image before the first scan.
 *
 * @param extent rows, columns and components; rows from the DNL segment when the frame header leaves them open
 * @param precision bits a sample, 2 to 16
 * @param process how the samples are coded
 * @param colour meaning of three components, where the stream says so
 */
public record JpegHeader(Extent extent, int precision, JpegProcess process, JpegColour colour) {}
