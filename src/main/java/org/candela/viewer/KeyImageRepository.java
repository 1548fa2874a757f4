package org.candela.viewer;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.FrameKey;

/** The table {@code key_image}. */
final class KeyImageRepository {
    private KeyImageRepository() {}

    static Set<FrameKey> of(Tx tx, Uid study) throws StoreException {
        return new LinkedHashSet<>(tx.query(
                "SELECT sop_instance_uid, frame_index FROM key_image WHERE study_uid = ? AND removed_at IS NULL"
                        + " ORDER BY id",
                row -> new FrameKey(new Uid(row.string("sop_instance_uid")), row.intValue("frame_index")),
                study));
    }

    static void mark(Tx tx, Uid study, FrameKey frame, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO key_image (study_uid, sop_instance_uid, frame_index, marked_at) VALUES (?, ?, ?, ?)",
                study,
                frame.sopInstance(),
                frame.frameIndex(),
                at);
    }

    static void unmark(Tx tx, Uid study, FrameKey frame, Instant at) throws StoreException {
        tx.update(
                "UPDATE key_image SET removed_at = ?"
                        + " WHERE study_uid = ? AND sop_instance_uid = ? AND frame_index = ? AND removed_at IS NULL",
                at,
                study,
                frame.sopInstance(),
                frame.frameIndex());
    }
}
