package org.candela.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.order.Order.Numbers;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.Patient;

/** The tables {@code order_version}, {@code order_current} and {@code order_answer}. */
final class OrderRepository {
    /** DICOM's own separator of values, so none of them can hold it. */
    private static final String BETWEEN_VALUES = "\\";

    private static final Pattern VALUES = Pattern.compile("\\\\");

    private OrderRepository() {}

    /** What one source of a facility calls its orders by. */
    record OrderKey(FacilityId facility, OrderSource source, String value) {}

    /** An order under the key it is kept by. */
    record Kept(OrderKey key, Order order) {}

    /** The key of {@code told}: that of the order it is about, else a new one. */
    static OrderKey keyOf(Tx tx, Order told) throws StoreException {
        Numbers numbers = told.numbers();
        String own = told.step()
                .workitem()
                .map(uid -> "workitem " + uid)
                .orElseGet(() -> !numbers.placer().isBlank()
                        ? "placer " + numbers.placer()
                        : !numbers.filler().isBlank()
                                ? "filler " + numbers.filler()
                                : !numbers.accession().isBlank()
                                        ? "accession " + numbers.accession()
                                        : "study " + numbers.study().orElseThrow());
        OrderKey fresh = new OrderKey(told.facility(), told.source(), own);
        return told.step().workitem().isPresent() ? fresh : known(tx, told).orElse(fresh);
    }

    private static Optional<OrderKey> known(Tx tx, Order told) throws StoreException {
        Numbers numbers = told.numbers();
        List<String> keys = tx.query(
                "SELECT order_key FROM order_current WHERE facility_id = ? AND source = ?"
                        + " AND ((placer <> '' AND placer = ?) OR (filler <> '' AND filler = ?))"
                        + " ORDER BY placer = ? DESC, version DESC LIMIT 1",
                row -> row.string("order_key"),
                told.facility().value(),
                told.source(),
                numbers.placer(),
                numbers.filler(),
                numbers.placer());
        return keys.stream().findFirst().map(key -> new OrderKey(told.facility(), told.source(), key));
    }

    static Optional<Order> find(Tx tx, OrderKey key) throws StoreException {
        return tx.one(
                "SELECT v.* FROM order_current c JOIN order_version v ON v.version = c.version"
                        + " WHERE c.facility_id = ? AND c.source = ? AND c.order_key = ?",
                OrderRepository::read,
                key.facility().value(),
                key.source(),
                key.value());
    }

    /** The newest version of each order that came or changed since. */
    static List<Order> current(Tx tx, FacilityId facility, Instant since) throws StoreException {
        return tx.query(
                "SELECT v.* FROM order_current c JOIN order_version v ON v.version = c.version"
                        + " WHERE c.facility_id = ? AND c.received_at >= ? ORDER BY c.version",
                OrderRepository::read,
                facility.value(),
                since);
    }

    /** Number of the newest version; 0 without any. */
    static long newest(Tx tx, FacilityId facility) throws StoreException {
        return tx.one(
                        "SELECT ifnull(max(version), 0) AS n FROM order_current WHERE facility_id = ?",
                        row -> row.longValue("n"),
                        facility.value())
                .orElse(0L);
    }

    static List<Kept> current(Tx tx, FacilityId facility, OrderSource source) throws StoreException {
        return tx.query(
                "SELECT v.* FROM order_current c JOIN order_version v ON v.version = c.version"
                        + " WHERE c.facility_id = ? AND c.source = ? ORDER BY c.version",
                row -> new Kept(new OrderKey(facility, source, row.string("order_key")), read(row)),
                facility.value(),
                source);
    }

    /** All versions of the orders with this placer, filler or accession number, oldest first. */
    static List<Order> history(Tx tx, FacilityId facility, String number) throws StoreException {
        return tx.query(
                "SELECT * FROM order_version WHERE facility_id = ? AND order_key IN (SELECT order_key FROM order_version"
                        + " WHERE facility_id = ? AND (placer = ? OR filler = ? OR accession = ?)) ORDER BY version",
                OrderRepository::read,
                facility.value(),
                facility.value(),
                number,
                number,
                number);
    }

    static void append(Tx tx, OrderKey key, Order order) throws StoreException {
        insert(tx, key, order);
        tx.update(
                "INSERT OR REPLACE INTO order_current"
                        + " (facility_id, source, order_key, version, placer, filler, received_at)"
                        + " VALUES (?, ?, ?, last_insert_rowid(), ?, ?, ?)",
                key.facility().value(),
                key.source(),
                key.value(),
                order.numbers().placer(),
                order.numbers().filler(),
                order.times().received());
    }

    private static void insert(Tx tx, OrderKey key, Order order) throws StoreException {
        Patient patient = order.subject().patient();
        tx.update(
                "INSERT INTO order_version (facility_id, source, order_key, placer, filler, accession,"
                        + " accession_issuer, study_uid, priority_word, modality, procedure_code, procedure, reason,"
                        + " patient_id, patient_id_issuer, patient_name, patient_birth_date, patient_sex,"
                        + " patient_state, orderer, orderer_phone, requested_at, deadline, received_at, status,"
                        + " workitem_uid, workitem_state, performers)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key.facility().value(),
                key.source(),
                key.value(),
                order.numbers().placer(),
                order.numbers().filler(),
                order.numbers().accession(),
                order.numbers().accessionIssuer(),
                order.numbers().study(),
                order.request().priorityWord(),
                order.request().modality(),
                order.request().procedureCode(),
                order.request().procedure(),
                order.request().reason(),
                patient.id(),
                patient.issuer(),
                patient.name(),
                patient.birthDate(),
                patient.sex(),
                order.subject().state(),
                order.orderer().name(),
                order.orderer().phone(),
                order.times().requested(),
                order.times().deadline(),
                order.times().received(),
                order.status(),
                order.step().workitem(),
                order.step().state(),
                String.join(BETWEEN_VALUES, order.step().performers()));
    }

    static void answered(Tx tx, FacilityId facility, OrderSource source, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO order_answer (facility_id, source, answered_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (facility_id, source) DO UPDATE SET answered_at = excluded.answered_at",
                facility.value(),
                source,
                at);
    }

    static Optional<Instant> lastAnswer(Tx tx, FacilityId facility, OrderSource source) throws StoreException {
        return tx.one(
                "SELECT answered_at FROM order_answer WHERE facility_id = ? AND source = ?",
                row -> row.instant("answered_at"),
                facility.value(),
                source);
    }

    /** What names an order in the audit trail: its key holds numbers of the facility. */
    static String hashOf(OrderKey key) {
        return Sha256.hex(key.facility() + " " + key.source() + " " + key.value())
                .substring(0, 16);
    }

    private static Order read(Row row) throws StoreException {
        return new Order(
                new FacilityId(row.string("facility_id")),
                OrderSource.valueOf(row.string("source")),
                new Numbers(
                        row.string("placer"),
                        row.string("filler"),
                        row.string("accession"),
                        row.string("accession_issuer"),
                        row.optionalString("study_uid").map(Uid::new)),
                new Order.Request(
                        row.string("priority_word"),
                        row.string("modality"),
                        row.string("procedure_code"),
                        row.string("procedure"),
                        row.string("reason")),
                new Order.Subject(readPatient(row), row.string("patient_state")),
                new Order.Orderer(row.string("orderer"), row.string("orderer_phone")),
                new Order.Times(
                        row.optionalInstant("requested_at"),
                        row.optionalInstant("deadline"),
                        row.instant("received_at")),
                OrderStatus.valueOf(row.string("status")),
                readStep(row));
    }

    private static Patient readPatient(Row row) throws StoreException {
        return new Patient(
                row.string("patient_id"),
                row.string("patient_id_issuer"),
                row.string("patient_name"),
                day(row.optionalString("patient_birth_date")),
                row.string("patient_sex"));
    }

    private static Optional<LocalDate> day(Optional<String> text) throws StoreException {
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new StoreException("store.value", "a birth date is no date", e);
        }
    }

    private static Order.Step readStep(Row row) throws StoreException {
        String performers = row.string("performers");
        return new Order.Step(
                row.optionalString("workitem_uid").map(Uid::new),
                row.string("workitem_state"),
                performers.isEmpty() ? List.of() : List.of(VALUES.split(performers)));
    }

    /** Who ordered, each name once, the newest first. */
    static List<String> orderers(Tx tx, Instant since, int most) throws StoreException {
        return tx.query(
                "SELECT orderer, max(received_at) AS newest FROM order_version WHERE orderer <> '' AND received_at >= ?"
                        + " GROUP BY orderer ORDER BY newest DESC LIMIT ?",
                row -> row.string("orderer"),
                since,
                most);
    }
}
