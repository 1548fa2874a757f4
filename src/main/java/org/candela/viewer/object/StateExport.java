package org.candela.viewer.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.presentation.PresentationStateWriter;
import org.candela.measure.Reading;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;
import org.candela.viewer.ReadingSession;

/**
 * Writes what a screen shows as Grayscale Softcopy Presentation States (PS3.3 A.33.1): window, polarity, shutter, turn,
 * displayed area, overlays, and the marks in pixels of the image. Blocks on the disk; any thread.
 */
public final class StateExport {
    /** There is no image to tell of. */
    public static final String NOTHING = "state.nothing";
    /** What is seen is another presentation state's. */
    public static final String UNDER_A_STATE = "state.under-a-state";
    /** None of the images can be told of: colours, or more than 16 bits. */
    public static final String NO_GREYS = "state.no-greys";
    /** What was written does not read as it was meant; the file is gone. */
    public static final String NOT_AS_MEANT = "state.not-as-meant";
    /** A file could not be written. */
    public static final String DISK = "state.disk";

    private static final int SERIES_NUMBER = 991;

    private final StudyLibrary library;
    private final Path folder;
    private final Clock clock;

    /** @param folder where files go; made when it is not there */
    public StateExport(StudyLibrary library, Path folder, Clock clock) {
        this.library = library;
        this.folder = folder;
        this.clock = clock;
    }

    /** Which images are told of. */
    public enum Extent {
        /** The one on the active screen. */
        IMAGE,
        /** Those of its series that the reader marked. */
        KEY_IMAGES,
        /** All that hang with it. */
        SERIES
    }

    /** Work for a thread that may wait. */
    @FunctionalInterface
    public interface Task {
        /** Does it. */
        Written run() throws CandelaException;
    }

    /**
     * States that are there whole, read back and found as meant.
     *
     * @param images told of
     * @param leftOut images that cannot be told of: colours, or values of more than 16 bits
     */
    public record Written(List<Path> files, int images, int leftOut) {
        public Written {
            files = List.copyOf(files);
        }
    }

    /**
     * Takes down what the active place of {@code session} shows, on its thread; the task writes it.
     *
     * @param says what is written beside a mark that reads so
     * @throws CandelaException {@value #NOTHING} or {@value #UNDER_A_STATE}
     */
    // [impl->req~viewer.state-written~1]
    public Task of(ReadingSession session, Extent extent, Function<Reading, List<String>> says)
            throws CandelaException {
        ScreenLook look = ScreenLook.of(session, extent, says);
        return () -> written(look);
    }

    private Written written(ScreenLook look) throws CandelaException {
        try {
            Map<StatedImage.Common, List<StatedImage>> groups = new LinkedHashMap<>();
            int leftOut = 0;
            StatedImages images = new StatedImages(library, look);
            for (FrameKey key : look.frames()) {
                Optional<StatedImage> image = images.of(key);
                leftOut += image.isEmpty() ? 1 : 0;
                image.ifPresent(told -> groups.computeIfAbsent(told.common(), common -> new ArrayList<>())
                        .add(told));
            }
            if (groups.isEmpty()) {
                throw new CandelaException(NO_GREYS, "no image of greys");
            }
            Uid series = Uid.random();
            List<Path> files = new ArrayList<>();
            for (List<StatedImage> group : groups.values()) {
                files.add(store(
                        StateComposer.state(look.appearance().view(), group, LocalDateTime.now(clock)),
                        group.get(0).header(),
                        new ObjectHeader.Place(series, SERIES_NUMBER, files.size() + 1)));
            }
            return new Written(files, look.frames().size() - leftOut, leftOut);
        } catch (IOException e) {
            throw new CandelaException(DISK, "not written: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Kept only when it reads as it was meant. */
    private Path store(PresentationState state, Attributes image, ObjectHeader.Place place)
            throws IOException, CandelaException {
        Attributes object = PresentationStateWriter.write(state, image, place);
        String name = "presentation-state-" + state.label().sopInstanceUid().value() + ".dcm";
        Path file = ObjectStore.write(object, folder, name);
        PresentationState read =
                PresentationStateReader.read(DicomReader.read(file).dataSet());
        if (!StateComposer.isAsMeant(read, state)) {
            Files.deleteIfExists(file);
            throw new CandelaException(NOT_AS_MEANT, "a presentation state does not read as it was meant");
        }
        return file;
    }
}
