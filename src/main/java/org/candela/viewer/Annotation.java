package org.candela.viewer;

import java.time.Instant;
import java.util.function.Function;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.Measurement;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;

/**
 * A length that the reader measured on a frame.
 *
 * @param frame the only frame it is shown on
 */
public record Annotation(Uid id, Uid seriesUid, FrameKey frame, Ends ends, Instant createdAt) {

    /** End points: in the patient where the image has a place there, so that they outlive any resampling. */
    public sealed interface Ends {
        /** Answers each case. */
        <R> R match(Function<InPatient, R> inPatient, Function<InImage, R> inImage);
    }

    /** Points in the patient, mm. */
    public record InPatient(Vector3 from, Vector3 to) implements Ends {
        @Override
        public <R> R match(Function<InPatient, R> inPatient, Function<InImage, R> inImage) {
            return inPatient.apply(this);
        }
    }

    /** Points of the image, pixels. */
    public record InImage(ImagePoint from, ImagePoint to) implements Ends {
        @Override
        public <R> R match(Function<InPatient, R> inPatient, Function<InImage, R> inImage) {
            return inImage.apply(this);
        }
    }

    /** A line in image points, as drawn on one frame. */
    public record Line(ImagePoint from, ImagePoint to) {
        /** Its length and what it may be called on {@code loaded}. */
        public Measurement length(LoadedFrame loaded) {
            return Measurement.length(from, to, loaded.description().place().spacing());
        }
    }

    /** A new annotation of a line on a frame. */
    static Ends ends(Line line, LoadedFrame loaded) {
        return loaded.description()
                .place()
                .plane()
                .<Ends>map(plane -> new InPatient(patientPoint(plane, line.from()), patientPoint(plane, line.to())))
                .orElseGet(() -> new InImage(line.from(), line.to()));
    }

    /** Where it is drawn on its frame. Points in the patient need the plane they were made with; without it, none fits. */
    public Line line(LoadedFrame loaded) {
        return ends.match(
                patient -> {
                    SlicePlane plane = loaded.description()
                            .place()
                            .plane()
                            .orElseThrow(() -> new IllegalArgumentException("the frame has no place in the patient"));
                    return new Line(imagePoint(plane, patient.from()), imagePoint(plane, patient.to()));
                },
                image -> new Line(image.from(), image.to()));
    }

    private static Vector3 patientPoint(SlicePlane plane, ImagePoint point) {
        return plane.patientPoint(point.column(), point.row());
    }

    private static ImagePoint imagePoint(SlicePlane plane, Vector3 point) {
        return new ImagePoint(plane.column(point), plane.row(point));
    }
}
