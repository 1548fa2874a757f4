package org.candela.delivery;

import java.util.List;
import java.util.Optional;
import org.candela.base.Sha256;
import org.candela.facility.FacilityId;
import org.candela.report.ReportId;
import org.candela.report.Reports;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.store.Database;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Proofs of delivery, checked as they are read. Any thread; blocks on the disk. */
// [impl->req~delivery.proof-export~1]
public final class ProofBook {
    private static final String RECEIPTS =
            "SELECT o.*, r.parcel_sha256, r.address, r.sent_at, r.answer AS received, r.answer_sha256, r.received_at,"
                    + " r.report_sha256 AS bound_sha256 FROM delivery_receipt r JOIN outbox o ON o.id = r.outbox_id"
                    + " WHERE o.report_id = ? ORDER BY o.version, o.channel";

    private final Database database;

    public ProofBook(Database database) {
        this.database = database;
    }

    /** The proofs of all versions of a report, by version and channel; none where nothing was acknowledged. */
    public List<Proof> of(ReportId report) throws StoreException {
        return database.read(tx -> tx.query(RECEIPTS, row -> read(tx, row), report.value()));
    }

    private static Proof read(Tx tx, Row row) throws StoreException {
        Proof.Version version = new Proof.Version(
                new ReportId(row.string("report_id")),
                row.intValue("version"),
                SignatureMeaning.valueOf(row.string("meaning")),
                row.string("bound_sha256"));
        Proof.Receipt receipt = new Proof.Receipt(
                row.instant("sent_at"),
                row.instant("received_at"),
                row.string("received"),
                row.string("answer_sha256"));
        String parcel = row.string("parcel_sha256");
        Optional<Parcel> sent = ParcelRepository.find(tx, row.longValue("id"), row.intValue("packing"));
        boolean isWhole = isSigned(tx, version)
                && Sha256.hex(receipt.answer()).equals(receipt.answerSha256())
                && (parcel.isEmpty()
                        || sent.filter(bytes -> bytes.sha256().equals(parcel)).isPresent());
        return new Proof(
                version,
                new Proof.Route(
                        new FacilityId(row.string("facility")),
                        row.string("channel"),
                        row.string("way"),
                        row.string("address"),
                        row.string("control_id")),
                parcel,
                receipt,
                isWhole ? Proof.Check.WHOLE : Proof.Check.BROKEN);
    }

    private static boolean isSigned(Tx tx, Proof.Version version) throws StoreException {
        return Reports.version(tx, version.report(), version.number())
                .map(SignedReport::sha256)
                .filter(version.sha256()::equals)
                .isPresent();
    }
}
