package org.candela.viewer.object;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.structured.Evidence;
import org.candela.dicom.object.structured.KeyObjectTitle;
import org.candela.dicom.object.structured.KeyObjects;
import org.candela.dicom.object.structured.KeyObjectsWriter;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;

/** Writes the images a reader marked as a Key Object Selection (PS3.3 A.35.4). Blocks on the disk; any thread. */
public final class KeyObjectExport {
    /** Nothing of the study is marked. */
    public static final String NOTHING_MARKED = "key-object.nothing-marked";
    /** The file could not be written. */
    public static final String DISK = "key-object.disk";

    private static final int SERIES_NUMBER = 990;

    private final StudyLibrary library;
    private final Path folder;
    private final Clock clock;

    /** @param folder where files go; made when it is not there */
    public KeyObjectExport(StudyLibrary library, Path folder, Clock clock) {
        this.library = library;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A file that is there whole or not at all.
     *
     * @param images marked images that are in it
     * @param leftOut marked images of other studies, which need a document of their own (PS3.3 C.17.6.2.1)
     */
    public record Written(Path file, int images, int leftOut) {}

    /**
     * Writes a selection "Of Interest" of the marked images of {@code study}.
     *
     * @throws CandelaException {@value #NOTHING_MARKED}, {@value #DISK}, or when an image is not here or not readable
     */
    // [impl->req~viewer.key-objects-written~1]
    public Written write(Uid study, Collection<FrameKey> marked) throws CandelaException {
        try {
            return written(study, marked);
        } catch (IOException e) {
            throw new CandelaException(DISK, "not written: " + e.getClass().getSimpleName(), e);
        }
    }

    private Written written(Uid study, Collection<FrameKey> marked) throws IOException, CandelaException {
        Map<Uid, List<Integer>> frames = new LinkedHashMap<>();
        marked.forEach(key -> frames.computeIfAbsent(key.sopInstance(), uid -> new ArrayList<>())
                .add(key.frameIndex() + 1));
        List<Attributes> headers = new ArrayList<>();
        List<KeyObjects.KeyObject> objects = new ArrayList<>();
        int images = 0;
        for (Map.Entry<Uid, List<Integer>> one : frames.entrySet()) {
            Attributes header = header(one.getKey());
            if (header.uid(Tag.StudyInstanceUID).filter(study::equals).isPresent()) {
                headers.add(header);
                objects.add(object(header, one.getValue()));
                images += one.getValue().size();
            }
        }
        if (objects.isEmpty()) {
            throw new CandelaException(NOTHING_MARKED, "no image of the study is marked");
        }
        KeyObjects keys = KeyObjects.ofNew(
                KeyObjectTitle.OF_INTEREST,
                new KeyObjects.Note("", "", Optional.of(LocalDateTime.now(clock))),
                objects);
        Attributes document = KeyObjectsWriter.write(keys, headers, ObjectHeader.Place.inNewSeries(SERIES_NUMBER));
        return new Written(
                ObjectStore.write(
                        document, folder, "key-object-" + keys.sopInstanceUid().value() + ".dcm"),
                images,
                marked.size() - images);
    }

    private Attributes header(Uid instance) throws IOException, CandelaException {
        Path file = library.fileOf(instance)
                .orElseThrow(() -> new CandelaException("study.not-here", "a marked image is not here"));
        return DicomReader.readHeader(file).dataSet();
    }

    /** Frames are named only where there are several. */
    private static KeyObjects.KeyObject object(Attributes header, List<Integer> frames) {
        ObjectReference whole = ObjectHeader.reference(header);
        boolean isOfFrames = header.integer(Tag.NumberOfFrames).orElse(1) > 1;
        ObjectReference meant =
                isOfFrames ? new ObjectReference(whole.sopClassUid(), whole.sopInstanceUid(), frames) : whole;
        Optional<Evidence.Place> place = header.uid(Tag.StudyInstanceUID)
                .flatMap(study -> header.uid(Tag.SeriesInstanceUID).map(series -> new Evidence.Place(study, series)));
        return new KeyObjects.KeyObject(meant, place);
    }
}
