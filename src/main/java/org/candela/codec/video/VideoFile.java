package org.candela.codec.video;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A film that is being written. One thread; closed without {@link #finish} it is worth nothing. */
public final class VideoFile implements AutoCloseable {
    static final Charset TEXT = StandardCharsets.UTF_8;
    private static final long SECONDS_TO_END = 120;
    private static final int MOST_COMPLAINTS = 4096;
    private static final int SAMPLES = 3;

    private final Process process;
    private final OutputStream pictures;
    private final VideoEncoder.Film film;
    private final String encoder;

    private VideoFile(Process process, VideoEncoder.Film film, String encoder) {
        this.process = process;
        this.pictures = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
        this.film = film;
        this.encoder = encoder;
    }

    static VideoFile start(List<String> command, VideoEncoder.Film film, String encoder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("FFREPORT"); // or it would write what it does into files
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return new VideoFile(builder.start(), film, encoder);
    }

    /** The encoder of FFmpeg that writes it, as {@code "libx264"}. */
    public String encoder() {
        return encoder;
    }

    /** Adds a picture: opaque RGB or ARGB, row-major, of the film's size. */
    public void add(int[] argb) throws IOException {
        if (argb.length != film.width() * film.height()) {
            throw new IllegalArgumentException(argb.length + " pixels do not fill " + film);
        }
        byte[] bytes = new byte[argb.length * SAMPLES];
        for (int i = 0; i < argb.length; i++) {
            bytes[SAMPLES * i] = (byte) (argb[i] >> 16);
            bytes[SAMPLES * i + 1] = (byte) (argb[i] >> 8);
            bytes[SAMPLES * i + 2] = (byte) argb[i];
        }
        try {
            pictures.write(bytes);
        } catch (IOException e) {
            throw new IOException("FFmpeg gave up: " + complaint(), e);
        }
    }

    /** Ends the film; from here on the file is whole. */
    public void finish() throws IOException {
        try {
            pictures.close();
            boolean hasEnded = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            if (!hasEnded || process.exitValue() != 0) {
                throw new IOException("FFmpeg gave up: " + (hasEnded ? complaint() : "it does not end"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String complaint() throws IOException {
        byte[] said = process.getErrorStream().readNBytes(MOST_COMPLAINTS);
        return new String(said, TEXT).lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
