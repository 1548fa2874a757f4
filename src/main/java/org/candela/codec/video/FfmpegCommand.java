package org.candela.codec.video;

import java.util.ArrayList;
import java.util.List;

/**
 * What FFmpeg is asked to do. Format and decoder are stated, the rest is forbidden: the bytes choose nothing.
 *
 * <p>Nothing between decoder and pipe may change a sample, a picture's size or the number of pictures: no rotation by the
 * container's matrix, no dropped or doubled pictures, no scaler where a later picture has another size or format. Such a
 * picture, like a damaged one, ends the program with an error instead of a picture that was made up.
 */
record FfmpegCommand(FfmpegPrograms programs, VideoStream stream, VideoContainer container, int threads) {
    private static final String DECODERS = "mpeg2video,h264,hevc";
    /** What is decoded into is wider and higher than the picture, by blocks and margins. */
    private static final long SMALLEST_BOUND = 1L << 20;

    /** Prints name, size, format and colours of the first video in {@code address}. */
    List<String> describe(String address) {
        return probe("stream=codec_name,width,height,pix_fmt,color_range,color_space", address);
    }

    /** Prints time, flags and place of each coded picture, without decoding them. */
    List<String> listPictures(String address) {
        return probe("packet=pts_time,pos,flags", address);
    }

    private List<String> probe(String entries, String address) {
        List<String> command = new ArrayList<>(List.of(programs.ffprobe().toString(), "-loglevel", "error"));
        command.addAll(input(1));
        command.addAll(List.of("-select_streams", "v:0", "-show_entries", entries));
        command.addAll(List.of("-of", "compact=p=0", "-i", address));
        return command;
    }

    /** Decodes from {@code start} on and writes the planes of each picture, one after the other, as {@code format}. */
    List<String> decode(PixelFormat format, Start start, String address) {
        List<String> command = new ArrayList<>(
                List.of(programs.ffmpeg().toString(), "-nostdin", "-hide_banner", "-loglevel", "error"));
        command.add("-xerror");
        command.addAll(start.options());
        command.addAll(input(threads));
        command.addAll(List.of("-err_detect", "explode", "-flags", "bitexact", "-idct", "simple", "-noautorotate"));
        command.addAll(List.of("-codec:v", stream.coding().decoder(), "-i", address));
        command.addAll(List.of("-map", "0:v:0", "-noauto_conversion_filters", "-filter:v", onlyThis(format)));
        command.addAll(List.of("-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1"));
        return command;
    }

    private List<String> input(int count) {
        long pixels = (long) stream.extent().rows() * stream.extent().columns();
        return List.of(
                "-protocol_whitelist",
                VideoInput.PROTOCOLS,
                "-codec_whitelist",
                DECODERS,
                "-max_pixels",
                String.valueOf(Math.max(SMALLEST_BOUND, 2 * pixels)),
                "-threads",
                String.valueOf(count),
                "-f",
                container.format(stream.coding()));
    }

    /** A crop to nothing, which is an error, where a picture has not the stated size. */
    private String onlyThis(PixelFormat format) {
        int columns = stream.extent().columns();
        int rows = stream.extent().rows();
        return "format=" + format.name() + ",crop=w='if(eq(iw\\," + columns + ")*eq(ih\\," + rows + ")\\," + columns
                + "\\,0)':h=" + rows + ":x=0:y=0:exact=1";
    }

    /**
     * Where decoding begins.
     *
     * @param frame number of the first picture that comes out, from 0, or a guess that is not too high
     * @param offset first byte that is read
     * @param options for FFmpeg, before its input
     */
    record Start(int frame, long offset, List<String> options) {
        static final Start BEGIN = new Start(0, 0, List.of());

        Start {
            options = List.copyOf(options);
        }
    }
}
