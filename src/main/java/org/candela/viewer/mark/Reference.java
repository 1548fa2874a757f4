package org.candela.viewer.mark;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;
import org.candela.study.FrameKey;

/** Where a mark belongs: in the patient where its image has a place there, so that it outlives any resampling. */
public sealed interface Reference {
    /** The frame it was drawn on and measured on. */
    FrameKey frame();

    /** Answers each case. */
    <R> R match(Function<InPatient, R> inPatient, Function<InImage, R> inImage);

    /**
     * In the patient.
     *
     * @param space the space of the points and the plane it was drawn in; empty when the file does not name one, and then
     *     no other frame shows it
     * @param points mm
     */
    record InPatient(FrameKey frame, Optional<Space> space, List<Vector3> points) implements Reference {
        public InPatient {
            points = List.copyOf(points);
        }

        @Override
        public <R> R match(Function<InPatient, R> inPatient, Function<InImage, R> inImage) {
            return inPatient.apply(this);
        }
    }

    /**
     * A Frame of Reference (PS3.3 C.7.4.1) and a direction in it.
     *
     * @param normal unit normal of the plane that was drawn in
     */
    record Space(Uid frameOfReference, Vector3 normal) {}

    /** In one image. */
    record InImage(FrameKey frame, List<ImagePoint> points) implements Reference {
        public InImage {
            points = List.copyOf(points);
        }

        @Override
        public <R> R match(Function<InPatient, R> inPatient, Function<InImage, R> inImage) {
            return inImage.apply(this);
        }
    }
}
