package org.candela.codec.jpeg2000;

import java.util.List;

/**
 * A codestream with its headers read.
 *
 * @param bytes the array that holds it
 * @param size the SIZ segment
 * @param capabilities the CAP segment, or none
 * @param tiles those that have tile-parts, by index
 */
@SuppressWarnings("ArrayRecordComponent") // the caller's bytes, read only
record Codestream(byte[] bytes, ImageSize size, Capabilities capabilities, List<TileStream> tiles) {}
