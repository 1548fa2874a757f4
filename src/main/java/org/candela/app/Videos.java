package org.candela.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.base.CandelaException;
import org.candela.codec.video.FfmpegSearch;
import org.candela.codec.video.FfmpegVideoDecoder;
import org.candela.codec.video.Limits;
import org.candela.codec.video.VideoEncoder;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;

/** Opens images, videos too. */
final class Videos implements FrameFiles, AutoCloseable {
    private final FfmpegVideoDecoder decoder;
    private final VideoEncoder encoder;

    Videos(FfmpegSearch.Places places, ScheduledExecutorService scheduler) {
        FfmpegSearch search = new FfmpegSearch(places);
        this.decoder = new FfmpegVideoDecoder(search, Limits.USUAL, scheduler);
        this.encoder = new VideoEncoder(search);
    }

    /** Writes films with the same programs. */
    VideoEncoder encoder() {
        return encoder;
    }

    @Override
    public FrameReader open(Path path) throws IOException, CandelaException {
        return FrameReader.open(path, decoder);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
