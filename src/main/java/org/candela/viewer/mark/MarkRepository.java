package org.candela.viewer.mark;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.measure.FigureKind;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.FrameKey;

/**
 * The tables {@code mark} and {@code calibration}, written to and never overwritten: each row is a state, the last one
 * counts. So nothing a reader drew is ever lost, whatever it was changed to.
 */
final class MarkRepository {
    private static final String LAST_OF_EACH =
            "row = (SELECT MAX(row) FROM mark AS later WHERE later.id = mark.id) AND removed_at IS NULL";

    private MarkRepository() {}

    /** Writes the mark as it is now. */
    static void keep(Tx tx, Mark mark) throws StoreException {
        write(tx, mark, Optional.empty());
    }

    /** Takes the mark off the images. */
    static void remove(Tx tx, Mark mark, Instant at) throws StoreException {
        write(tx, mark, Optional.of(at));
    }

    /** Marks of a series that were not removed, oldest first. */
    static List<Mark> ofSeries(Tx tx, Uid seriesUid) throws StoreException {
        return tx.query(
                "SELECT * FROM mark WHERE series_uid = ? AND " + LAST_OF_EACH
                        + " ORDER BY created_at, (SELECT MIN(row) FROM mark AS first WHERE first.id = mark.id)",
                MarkRepository::read,
                seriesUid);
    }

    /** Writes the calibration of a series; empty takes it back. */
    static void calibrate(Tx tx, Uid seriesUid, Optional<Calibration> calibration, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO calibration (series_uid, column_spacing_mm, changed_at) VALUES (?, ?, ?)",
                seriesUid,
                calibration.map(Calibration::columnSpacingMm),
                at);
    }

    /** The calibration of a series that holds now. */
    static Optional<Calibration> calibration(Tx tx, Uid seriesUid) throws StoreException {
        return tx.one(
                "SELECT column_spacing_mm FROM calibration WHERE column_spacing_mm IS NOT NULL"
                        + " AND row = (SELECT MAX(row) FROM calibration WHERE series_uid = ?)",
                row -> new Calibration(row.doubleValue("column_spacing_mm")),
                seriesUid);
    }

    private static void write(Tx tx, Mark mark, Optional<Instant> removedAt) throws StoreException {
        Optional<Reference.Space> space = mark.reference().match(Reference.InPatient::space, image -> Optional.empty());
        tx.update(
                "INSERT INTO mark (id, series_uid, kind, sop_instance_uid, frame_index, space,"
                        + " frame_of_reference_uid, normal, points, text, label_shift, reading,"
                        + " created_at, changed_at, removed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                mark.id(),
                mark.seriesUid(),
                mark.kind(),
                mark.reference().frame().sopInstance(),
                mark.reference().frame().frameIndex(),
                mark.reference().match(patient -> "PATIENT", image -> "IMAGE"),
                space.map(Reference.Space::frameOfReference),
                space.map(known -> MarkText.ofVector(known.normal())),
                mark.reference()
                        .match(
                                patient -> MarkText.ofPatientPoints(patient.points()),
                                image -> MarkText.ofImagePoints(image.points())),
                mark.text(),
                MarkText.ofPoint(mark.labelShift()),
                MarkText.ofReading(mark.reading()),
                mark.createdAt(),
                mark.changedAt(),
                removedAt);
    }

    private static Mark read(Row row) throws StoreException {
        return new Mark(
                new Uid(row.string("id")),
                new Uid(row.string("series_uid")),
                kind(row.string("kind")),
                reference(row),
                row.string("text"),
                MarkText.imagePoints(row.string("label_shift")).get(0),
                MarkText.reading(row.string("reading")),
                row.instant("created_at"),
                row.instant("changed_at"));
    }

    private static FigureKind kind(String name) throws StoreException {
        try {
            return FigureKind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StoreException("store.value", "a mark of an unknown kind: " + name, e);
        }
    }

    private static Reference reference(Row row) throws StoreException {
        FrameKey frame = new FrameKey(new Uid(row.string("sop_instance_uid")), row.intValue("frame_index"));
        String points = row.string("points");
        if (row.string("space").equals("IMAGE")) {
            return new Reference.InImage(frame, MarkText.imagePoints(points));
        }
        return new Reference.InPatient(frame, space(row), MarkText.patientPoints(points));
    }

    private static Optional<Reference.Space> space(Row row) throws StoreException {
        Optional<String> frameOfReference = row.optionalString("frame_of_reference_uid");
        Optional<String> normal = row.optionalString("normal");
        if (frameOfReference.isEmpty() || normal.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reference.Space(
                new Uid(frameOfReference.orElseThrow()),
                MarkText.patientPoints(normal.orElseThrow()).get(0)));
    }
}
