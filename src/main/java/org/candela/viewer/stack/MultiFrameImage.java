package org.candela.viewer.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.image.ConcatenationPart;
import org.candela.dicom.image.FrameOrder;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.ImageDescription.ImagePlace;
import org.candela.dicom.image.UnsupportedImageException;
import org.candela.study.FrameKey;
import org.candela.study.Instance;

/** One image of many frames: an instance, or several that hold a part each (a concatenation, PS3.3 C.7.6.16). */
// [impl->req~viewer.concatenations~1]
final class MultiFrameImage {
    /** The first part first. */
    private final List<Part> parts;

    private MultiFrameImage(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** An instance and its header, as far as that was asked for and can be read. */
    private record Part(Instance instance, Optional<FrameReader> header, Optional<ConcatenationPart> concatenation) {
        static Part unread(Instance instance) {
            return new Part(instance, Optional.empty(), Optional.empty());
        }

        static Part read(Instance instance) {
            try {
                FrameReader reader = FrameReader.open(instance.file());
                return new Part(instance, Optional.of(reader), ConcatenationPart.of(reader.dataSet()));
            } catch (IOException | CandelaException e) {
                return unread(instance); // says why when it is shown
            }
        }

        Optional<Uid> whole() {
            return concatenation.map(ConcatenationPart::whole);
        }

        int number() {
            return concatenation.map(ConcatenationPart::number).orElse(0);
        }
    }

    /**
     * The images that {@code instances} are or belong to, each where its first instance stands. Parts of which two claim the
     * same number stay apart: nobody knows which is right.
     *
     * @param isRead of which the headers are read; the others are taken to be whole
     */
    static List<MultiFrameImage> of(List<Instance> instances, Predicate<Instance> isRead) {
        Map<Uid, List<Part>> images = new LinkedHashMap<>();
        for (Instance instance : instances) {
            Part part = isRead.test(instance) ? Part.read(instance) : Part.unread(instance);
            Uid image = part.whole().orElse(instance.sopInstanceUid());
            images.computeIfAbsent(image, first -> new ArrayList<>()).add(part);
        }
        return images.values().stream().flatMap(parts -> whole(parts).stream()).toList();
    }

    private static List<MultiFrameImage> whole(List<Part> parts) {
        boolean isEachOnce = parts.stream().mapToInt(Part::number).distinct().count() == parts.size();
        return isEachOnce
                ? List.of(new MultiFrameImage(parts.stream()
                        .sorted(Comparator.comparing(Part::number))
                        .toList()))
                : parts.stream().map(part -> new MultiFrameImage(List.of(part))).toList();
    }

    /** How many parts are surely not here. */
    int missingParts() {
        return ConcatenationPart.missing(
                parts.stream().flatMap(part -> part.concatenation().stream()).toList());
    }

    /** The instance of an image of one frame that is no part of another. */
    Optional<Instance> still() {
        Part first = parts.get(0);
        boolean isStill = parts.size() == 1
                && first.concatenation().isEmpty()
                && first.instance().frameCount() == 1;
        return isStill ? Optional.of(first.instance()) : Optional.empty();
    }

    Uid sopClassUid() {
        return parts.get(0).instance().sopClassUid();
    }

    /** Frames as they were sent. */
    List<FrameKey> frames() {
        return parts.stream()
                .map(Part::instance)
                .flatMap(instance -> IntStream.range(0, instance.frameCount())
                        .mapToObj(index -> new FrameKey(instance.sopInstanceUid(), index)))
                .toList();
    }

    /** Side and view of its first frame; empty where the header was not or cannot be read. */
    Optional<ImagePlace> place() {
        return parts.get(0).header().flatMap(reader -> {
            try {
                return Optional.of(reader.describe(0).place());
            } catch (UnsupportedImageException e) {
                return Optional.empty(); // says why when it is shown
            }
        });
    }

    /** The frames by where they lie; empty where a header was not or cannot be read. */
    Optional<FrameOrder> order() {
        List<FrameReader> readers =
                parts.stream().flatMap(part -> part.header().stream()).toList();
        if (readers.size() < parts.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FrameOrder.of(readers));
        } catch (UnsupportedImageException e) {
            return Optional.empty(); // says why when it is shown
        }
    }
}
