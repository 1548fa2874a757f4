package org.candela.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.message.FacilityMessage.About;
import org.candela.message.FacilityMessage.Kind;
import org.candela.message.FacilityMessage.Opened;
import org.candela.message.FacilityMessage.Told;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code facility_message}. */
final class MessageRepository {
    private MessageRepository() {}

    /** False when a message with this name is here. */
    static boolean insert(Tx tx, Told told, String name, Instant at) throws StoreException {
        return tx.update(
                        "INSERT INTO facility_message (facility_id, name, kind, sender, study_uid, accession, text,"
                                + " received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        told.facility().value(),
                        name,
                        told.kind(),
                        told.sender(),
                        told.about().study(),
                        told.about().accession(),
                        told.text(),
                        at)
                == 1;
    }

    /** Unread ones first, then the newest. */
    static List<FacilityMessage> list(Tx tx, int most) throws StoreException {
        return tx.query(
                "SELECT * FROM facility_message ORDER BY opened_at IS NOT NULL, received_at DESC, id DESC LIMIT ?",
                MessageRepository::read,
                most);
    }

    static List<FacilityMessage> unread(Tx tx) throws StoreException {
        return tx.query("SELECT * FROM facility_message WHERE opened_at IS NULL ORDER BY id", MessageRepository::read);
    }

    static Optional<FacilityMessage> find(Tx tx, long id) throws StoreException {
        return tx.one("SELECT * FROM facility_message WHERE id = ?", MessageRepository::read, id);
    }

    /** False when it was opened before. */
    static boolean open(Tx tx, long id, Opened opened) throws StoreException {
        return tx.update(
                        "UPDATE facility_message SET opened_at = ?, opened_by = ? WHERE id = ? AND opened_at IS NULL",
                        opened.at(),
                        opened.reader(),
                        id)
                == 1;
    }

    private static FacilityMessage read(Row row) throws StoreException {
        Optional<Instant> openedAt = row.optionalInstant("opened_at");
        Optional<String> reader = row.optionalString("opened_by");
        return new FacilityMessage(
                row.longValue("id"),
                new Told(
                        new FacilityId(row.string("facility_id")),
                        Kind.valueOf(row.string("kind")),
                        row.string("sender"),
                        new About(row.optionalString("study_uid").map(Uid::new), row.string("accession")),
                        row.string("text")),
                row.instant("received_at"),
                openedAt.flatMap(at -> reader.map(name -> new Opened(at, name))));
    }
}
