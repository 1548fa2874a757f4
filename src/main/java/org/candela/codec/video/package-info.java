/**
 * Frames of MPEG-2, H.264 and HEVC video, decoded by FFmpeg in a process of its own (ADR 0195). Knows no data set.
 *
 * <p>May use: codec.stream, base. A stream is a part of a file, never copied where FFmpeg can read it in place. Frames
 * are numbered in the order they are shown.
 *
 * <pre>{@code
 * VideoDecoder decoder = new FfmpegVideoDecoder(search, Limits.USUAL, scheduler);
 * VideoFrame tenth = decoder.frame(stream, 9);
 * }</pre>
 */
@NullMarked
package org.candela.codec.video;

import org.jspecify.annotations.NullMarked;
