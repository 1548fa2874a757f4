package org.candela.codec.video;

/** How the pictures of a stream are coded. */
public enum VideoCoding {
    /** ISO/IEC 13818-2. */
    MPEG2("MPEG-2", "mpeg2video", "mpegvideo"),
    /** ISO/IEC 14496-10. */
    H264("H.264", "h264", "h264"),
    /** ISO/IEC 23008-2. */
    HEVC("HEVC", "hevc", "hevc");

    private final String title;
    private final String decoder;
    private final String elementary;

    VideoCoding(String title, String decoder, String elementary) {
        this.title = title;
        this.decoder = decoder;
        this.elementary = elementary;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** FFmpeg's name of the decoder. */
    String decoder() {
        return decoder;
    }

    /** FFmpeg's name of the bare stream as a file format. */
    String elementary() {
        return elementary;
    }
}
