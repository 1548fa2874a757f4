package org.candela.viewer;

import java.time.Instant;
import java.util.List;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.FrameKey;

/** The table {@code annotation}. A removed row stays, so that nothing a reader measured is ever lost. */
final class AnnotationRepository {
    private AnnotationRepository() {}

    static void add(Tx tx, Annotation annotation) throws StoreException {
        boolean inPatient = annotation.ends().match(patient -> true, image -> false);
        Vector3 from = annotation.ends().match(Annotation.InPatient::from, image -> flat(image.from()));
        Vector3 to = annotation.ends().match(Annotation.InPatient::to, image -> flat(image.to()));
        tx.update(
                "INSERT INTO annotation (id, series_uid, sop_instance_uid, frame_index, space,"
                        + " from_x, from_y, from_z, to_x, to_y, to_z, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                annotation.id(),
                annotation.seriesUid(),
                annotation.frame().sopInstance(),
                annotation.frame().frameIndex(),
                inPatient ? "PATIENT" : "IMAGE",
                from.x(),
                from.y(),
                from.z(),
                to.x(),
                to.y(),
                to.z(),
                annotation.createdAt());
    }

    static void remove(Tx tx, Uid id, Instant at) throws StoreException {
        tx.update("UPDATE annotation SET removed_at = ? WHERE id = ?", at, id);
    }

    static List<Annotation> ofSeries(Tx tx, Uid seriesUid) throws StoreException {
        return tx.query(
                "SELECT * FROM annotation WHERE series_uid = ? AND removed_at IS NULL ORDER BY created_at, rowid",
                AnnotationRepository::read,
                seriesUid);
    }

    private static Annotation read(Row row) throws StoreException {
        Vector3 from = new Vector3(row.doubleValue("from_x"), row.doubleValue("from_y"), row.doubleValue("from_z"));
        Vector3 to = new Vector3(row.doubleValue("to_x"), row.doubleValue("to_y"), row.doubleValue("to_z"));
        return new Annotation(
                new Uid(row.string("id")),
                new Uid(row.string("series_uid")),
                new FrameKey(new Uid(row.string("sop_instance_uid")), row.intValue("frame_index")),
                row.string("space").equals("PATIENT")
                        ? new Annotation.InPatient(from, to)
                        : new Annotation.InImage(point(from), point(to)),
                row.instant("created_at"));
    }

    private static Vector3 flat(ImagePoint point) {
        return new Vector3(point.column(), point.row(), 0);
    }

    private static ImagePoint point(Vector3 flat) {
        return new ImagePoint(flat.x(), flat.y());
    }
}
