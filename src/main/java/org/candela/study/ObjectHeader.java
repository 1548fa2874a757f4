package org.candela.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameCount;
import org.candela.image.PixelSpacing;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/** What the library keeps of one object's header. */
record ObjectHeader(StudyIdentity study, SeriesFacts series, Uid sopInstanceUid, Uid sopClassUid, ImageFacts image) {
    /** Media directories (DICOMDIR) name files and are no object of a study. */
    private static final Uid MEDIA_DIRECTORY = new Uid("1.2.840.10008.1.3.10");

    private static final PixelSpacing UNIT = new PixelSpacing(1, 1);

    /** What the library keeps of the series. */
    record SeriesFacts(Uid uid, String modality, Optional<Integer> number, String description, String bodyPart) {}

    /** What the library keeps of the image; no frames for an object without pixels. */
    record ImageFacts(Optional<Integer> number, int frameCount, Optional<Instance.Place> place) {}

    /** Reads the header; {@code name} is the file for messages. */
    static ObjectHeader of(Attributes meta, Attributes dataSet, String name) throws StudyException {
        if (meta.uid(Tag.MediaStorageSOPClassUID).equals(Optional.of(MEDIA_DIRECTORY))) {
            throw new StudyException("study.media-directory", name + ": a media directory (DICOMDIR), not an object");
        }
        return new ObjectHeader(
                Identities.of(dataSet, needed(dataSet, Tag.StudyInstanceUID, name)),
                new SeriesFacts(
                        needed(dataSet, Tag.SeriesInstanceUID, name),
                        text(dataSet, Tag.Modality),
                        dataSet.integer(Tag.SeriesNumber),
                        text(dataSet, Tag.SeriesDescription),
                        text(dataSet, Tag.BodyPartExamined)),
                needed(dataSet, Tag.SOPInstanceUID, name),
                needed(dataSet, Tag.SOPClassUID, name),
                new ImageFacts(dataSet.integer(Tag.InstanceNumber), frameCount(dataSet), place(dataSet)));
    }

    private static Uid needed(Attributes dataSet, int tag, String name) throws StudyException {
        return dataSet.uid(tag)
                .orElseThrow(() ->
                        new StudyException("study.incomplete-object", name + ": no valid UID in " + Tag.toString(tag)));
    }

    private static String text(Attributes dataSet, int tag) {
        return dataSet.string(tag).orElse("");
    }

    private static int frameCount(Attributes dataSet) {
        boolean hasPixels = dataSet.contains(Tag.PixelData)
                || dataSet.contains(Tag.FloatPixelData)
                || dataSet.contains(Tag.DoubleFloatPixelData);
        return hasPixels ? FrameCount.possible(dataSet) : 0;
    }

    private static Optional<Instance.Place> place(Attributes dataSet) {
        List<Double> position = dataSet.numbers(Tag.ImagePositionPatient);
        List<Double> orientation = dataSet.numbers(Tag.ImageOrientationPatient);
        if (position.size() != 3 || orientation.size() != 6) {
            return Optional.empty();
        }
        try {
            SlicePlane plane =
                    new SlicePlane(vector(position, 0), vector(orientation, 0), vector(orientation, 3), UNIT);
            return Optional.of(new Instance.Place(rounded(orientation), plane.position()));
        } catch (IllegalArgumentException e) {
            // No rotation: the plane is unknown and the instance number decides the order.
            return Optional.empty();
        }
    }

    private static String rounded(List<Double> orientation) {
        return orientation.stream()
                // Adding 0 turns -0 into 0.
                .map(cosine -> String.format(Locale.ROOT, "%.3f", Math.rint(cosine * 1000) / 1000 + 0.0))
                .collect(Collectors.joining("\\"));
    }

    private static Vector3 vector(List<Double> numbers, int from) {
        return new Vector3(numbers.get(from), numbers.get(from + 1), numbers.get(from + 2));
    }
}
