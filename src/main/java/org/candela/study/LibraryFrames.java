package org.candela.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;

/** Frames of the library's objects. Safe from any thread; keeps the headers of recently used objects. */
public final class LibraryFrames implements FrameSource {
    /** Header and offsets of one object take tens of kilobytes; a long CT series fits. */
    private static final int MOST_HEADERS = 1024;

    private final StudyLibrary library;
    private final FrameFiles files;
    private final Map<Uid, FrameReader> readers = new LinkedHashMap<>(16, 0.75f, true);

    public LibraryFrames(StudyLibrary library, FrameFiles files) {
        this.library = library;
        this.files = files;
    }

    @Override
    public LoadedFrame load(FrameKey key) throws CandelaException {
        try {
            FrameReader reader = reader(key.sopInstance());
            if (key.frameIndex() >= reader.frameCount()) {
                throw new StudyException(
                        "study.no-such-frame",
                        "object " + UidHash.of(key.sopInstance()) + " has " + reader.frameCount() + " frames, none at "
                                + (key.frameIndex() + 1));
            }
            return LoadedFrame.of(reader.load(key.frameIndex()));
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
