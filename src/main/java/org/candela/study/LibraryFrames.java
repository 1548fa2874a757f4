package org.candela.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;
import org.candela.image.PixelLayout;
import org.candela.vault.file.SealedFileException;

/** Frames of the library's objects. Safe from any thread; keeps the headers of recently used objects. */
public final class LibraryFrames implements FrameSource {
    /** Header and offsets of one object take tens of kilobytes; a long CT series fits. */
    private static final int MOST_HEADERS = 1024;
    /** From here on a frame of several resolutions takes longer to decode than a hand waits for. */
    static final long SLOW_PIXELS = 3_000_000;
    /** A sixteenth of the samples. */
    private static final int PREVIEW_REDUCTION = 2;

    private final StudyLibrary library;
    private final FrameFiles files;
    private final Map<Uid, FrameReader> readers = new LinkedHashMap<>(16, 0.75f, true);

    public LibraryFrames(StudyLibrary library, FrameFiles files) {
        this.library = library;
        this.files = files;
    }

    @Override
    public CodedFrame fetch(FrameKey key) throws CandelaException {
        return readable(key, () -> {
            FrameReader reader = reader(key.sopInstance());
            if (key.frameIndex() >= reader.frameCount()) {
                throw new StudyException(
                        "study.no-such-frame",
                        "object " + UidHash.of(key.sopInstance()) + " has " + reader.frameCount() + " frames, none at "
                                + (key.frameIndex() + 1));
            }
            return new Fetched(key, reader.fetched(key.frameIndex()));
        });
    }

    private record Fetched(FrameKey key, FrameReader reader) implements CodedFrame {
        @Override
        public long byteSize() {
            return reader.fetchedBytes();
        }

        @Override
        public LoadedFrame decode() throws CandelaException {
            return readable(key, () -> LoadedFrame.of(reader.load(key.frameIndex())));
        }

        // [impl->req~study.coarse-first~1]
        @Override
        public Optional<LoadedFrame> preview() throws CandelaException {
            PixelLayout layout = reader.describe(key.frameIndex()).layout();
            if (!reader.hasResolutions() || (long) layout.rows() * layout.columns() < SLOW_PIXELS) {
                return Optional.empty();
            }
            DescribedFrame coarse =
                    readable(key, () -> reader.reducedBy(PREVIEW_REDUCTION).load(key.frameIndex()));
            return CoarseFrame.inFull(coarse, layout, PREVIEW_REDUCTION);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException, CandelaException;
    }

    private static <T> T readable(FrameKey key, Reading<T> reading) throws CandelaException {
        try {
            return reading.read();
        } catch (SealedFileException e) {
            throw new StudyException(
                    e.code(), "object " + UidHash.of(key.sopInstance()) + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StudyException(
                    "study.unreadable",
                    "object " + UidHash.of(key.sopInstance()) + " cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private FrameReader reader(Uid sopInstance) throws IOException, CandelaException {
        synchronized (readers) {
            FrameReader known = readers.get(sopInstance);
            if (known != null) {
                return known;
            }
        }
        // Opened outside the lock: two threads may do it at once, and either result serves.
        FrameReader opened = files.open(file(sopInstance));
        synchronized (readers) {
            readers.put(sopInstance, opened);
            if (readers.size() > MOST_HEADERS) {
                readers.remove(readers.keySet().iterator().next());
            }
        }
        return opened;
    }

    private Path file(Uid sopInstance) throws CandelaException {
        return library.fileOf(sopInstance)
                .orElseThrow(() ->
                        new StudyException("study.not-here", "object " + UidHash.of(sopInstance) + " is not here"));
    }
}
