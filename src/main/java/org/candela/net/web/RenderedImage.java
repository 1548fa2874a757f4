package org.candela.net.web;

/**
 * A picture made by a server.
 *
 * @param mediaType {@code "image/jpeg"} or {@code "image/png"}, and the bytes begin as such a picture does
 * @param bytes the file; not copied, do not change
 */
// A carrier from one call to one reader: comparing pictures is nobody's need.
@SuppressWarnings("ArrayRecordComponent")
public record RenderedImage(String mediaType, byte[] bytes) {}
