package org.candela.viewer.object;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.presentation.PresentationStateWriter;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.study.StudyLibrary;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.MarkPlace;
import org.candela.viewer.mark.MarkedFrame;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.InitialWindow;
import org.candela.viewer.stack.ImageStack;

/**
 * Marks of images whose copies leave without the patient, as presentation states of the copies (PS3.3 A.33.1): they name the
 * copies alone, and whose they are is taken from the copies too, so that nothing of the patient comes near them but what the
 * reader wrote beside a mark. Blocks on the disk; any thread.
 */
// [impl->req~export.marks-as-state~1]
public final class LeavingStates {
    private static final int SERIES_NUMBER = 991;
    /** Of images that have a window of their own. */
    private static final VoiWindow UNUSED = VoiWindow.linear(128, 256);

    private final StudyLibrary library;
    private final FrameFiles files;
    private final Clock clock;

    public LeavingStates(StudyLibrary library, FrameFiles files, Clock clock) {
        this.library = library;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Images of one stack that leave.
     *
     * @param appearance how they look, under no presentation state
     * @param canvas what they are drawn on
     */
    public record Part(ImageStack stack, List<FrameKey> frames, Appearance appearance, CanvasSize canvas) {
        public Part {
            frames = List.copyOf(frames);
        }
    }

    /**
     * All marks of the case.
     *
     * @param words what is written beside each, by its id
     */
    public record Marked(List<Mark> marks, Map<Uid, List<String>> words) {
        public Marked {
            marks = List.copyOf(marks);
            words = Map.copyOf(words);
        }
    }

    /**
     * States as they are to be written.
     *
     * @param images that bear marks and are told of
     * @param leftOut images that bear marks and cannot be told of: colours, or values of more than 16 bits
     */
    public record Made(List<Attributes> states, int images, int leftOut) {
        /** Nothing to tell. */
        public static final Made NONE = new Made(List.of(), 0, 0);

        public Made {
            states = List.copyOf(states);
        }
    }

    /** What a state says once, and the study it is in. */
    private record Group(StatedImage.Common common, Optional<Uid> study) {}

    /**
     * States of all images of {@code parts} that bear a mark.
     *
     * @param copies headers of the copies by the SOP Instance UID of what they were made of; an image without one is not
     *     told of
     * @throws CandelaException {@value StateExport#NOT_AS_MEANT} where one does not read as it was meant
     */
    public Made of(List<Part> parts, Marked marked, Map<Uid, Attributes> copies) throws IOException, CandelaException {
        List<Attributes> states = new ArrayList<>();
        Uid series = Uid.random();
        int images = 0;
        int leftOut = 0;
        for (Part part : parts) {
            Map<Group, List<StatedImage>> groups = new LinkedHashMap<>();
            for (FrameKey key : part.frames()) {
                Attributes copy = copies.get(key.sopInstance());
                Optional<ScreenLook> look = copy == null ? Optional.empty() : look(part, key, marked);
                if (copy == null || look.isEmpty()) {
                    continue;
                }
                Optional<StatedImage> told = new StatedImages(library, look.orElseThrow()).of(key);
                images += told.isPresent() ? 1 : 0;
                leftOut += told.isPresent() ? 0 : 1;
                told.map(image -> image.leaving(copy))
                        .ifPresent(image -> groups.computeIfAbsent(group(image), group -> new ArrayList<>())
                                .add(image));
            }
            for (List<StatedImage> group : groups.values()) {
                states.add(written(part, group, new ObjectHeader.Place(series, SERIES_NUMBER, states.size() + 1)));
            }
        }
        return new Made(states, images, leftOut);
    }

    private static Group group(StatedImage image) {
        return new Group(image.common(), image.header().uid(Tag.StudyInstanceUID));
    }

    /** Empty where the image bears no mark. */
    private Optional<ScreenLook> look(Part part, FrameKey key, Marked marked) throws IOException, CandelaException {
        FrameReader reader = files.open(library.fileOf(key.sopInstance())
                .orElseThrow(() -> new CandelaException("study.not-here", "an image is not here")));
        ImageDescription description = reader.describe(key.frameIndex());
        double stepMm = part.stack().geometry().steps().stepMm();
        MarkPlace here = new MarkPlace(
                key,
                new MarkedFrame.Place(
                        description.place().plane(), description.place().frameOfReference(), stepMm));
        List<Mark> marks = marked.marks().stream()
                .filter(mark -> here.figure(mark).isPresent())
                .toList();
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        VoiTransform ifNone =
                description.voi().isEmpty() ? InitialWindow.of(LoadedFrame.of(reader.load(key.frameIndex()))) : UNUSED;
        return Optional.of(
                new ScreenLook(List.of(key), part.appearance(), ifNone, part.canvas(), marks, marked.words(), stepMm));
    }

    private Attributes written(Part part, List<StatedImage> images, ObjectHeader.Place place) throws CandelaException {
        PresentationState state = StateComposer.state(part.appearance().view(), images, LocalDateTime.now(clock));
        Attributes object = PresentationStateWriter.write(state, images.get(0).header(), place);
        if (!StateComposer.isAsMeant(PresentationStateReader.read(object), state)) {
            throw new CandelaException(StateExport.NOT_AS_MEANT, "a presentation state does not read as it was meant");
        }
        return object;
    }
}
