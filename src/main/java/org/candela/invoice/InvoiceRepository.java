package org.candela.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.practice.Period;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code invoice}, {@code invoice_void}, {@code invoiced_study}, {@code invoiced_hours}, {@code worked_hours}. */
final class InvoiceRepository {
    private static final String SELECT =
            "SELECT i.*, v.at AS void_at, v.reason AS void_reason FROM invoice i LEFT JOIN invoice_void v USING (number)";

    private InvoiceRepository() {}

    static void insert(Tx tx, Invoice invoice) throws StoreException {
        tx.update(
                "INSERT INTO invoice (number, facility, from_day, through_day, currency, total, issued_at, issued_by,"
                        + " body, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                invoice.number(),
                invoice.facility().value(),
                invoice.period().from().toString(),
                invoice.period().through().toString(),
                invoice.currency().getCurrencyCode(),
                invoice.total().toPlainString(),
                invoice.issuedAt(),
                invoice.issuedBy(),
                invoice.body(),
                invoice.sha256());
    }

    static void bill(Tx tx, String number, FacilityId facility, Uid study) throws StoreException {
        tx.update(
                "INSERT INTO invoiced_study (number, facility, study_uid) VALUES (?, ?, ?)",
                number,
                facility.value(),
                study);
    }

    static void bill(Tx tx, String number, long hours) throws StoreException {
        tx.update("INSERT INTO invoiced_hours (number, hours) VALUES (?, ?)", number, hours);
    }

    static void voidOne(Tx tx, String number, Invoice.Voiding voiding) throws StoreException {
        tx.update(
                "INSERT INTO invoice_void (number, at, reason) VALUES (?, ?, ?)",
                number,
                voiding.at(),
                voiding.reason());
    }

    /** Numbers that begin so. */
    static int count(Tx tx, FacilityId facility, String prefix) throws StoreException {
        return tx.one(
                        "SELECT count(*) AS n FROM invoice WHERE facility = ? AND substr(number, 1, ?) = ?",
                        row -> row.intValue("n"),
                        facility.value(),
                        prefix.length(),
                        prefix)
                .orElse(0);
    }

    static List<Invoice> list(Tx tx) throws StoreException {
        return tx.query(SELECT + " ORDER BY issued_at, number", InvoiceRepository::read);
    }

    static Optional<Invoice> find(Tx tx, String number) throws StoreException {
        return tx.one(SELECT + " WHERE number = ?", InvoiceRepository::read, number);
    }

    /** Studies of a facility on an invoice that counts. */
    static Set<Uid> billedStudies(Tx tx, FacilityId facility) throws StoreException {
        return new HashSet<>(tx.query(
                "SELECT DISTINCT study_uid FROM invoiced_study WHERE facility = ?"
                        + " AND number NOT IN (SELECT number FROM invoice_void)",
                row -> new Uid(row.string("study_uid")),
                facility.value()));
    }

    /** Hours on an invoice that counts. */
    static Set<Long> billedHours(Tx tx) throws StoreException {
        return new HashSet<>(tx.query(
                "SELECT DISTINCT hours FROM invoiced_hours WHERE number NOT IN (SELECT number FROM invoice_void)",
                row -> row.longValue("hours")));
    }

    static long enter(Tx tx, WorkedHours hours, Instant at, String by) throws StoreException {
        tx.update(
                "INSERT INTO worked_hours (facility, from_at, until_at, note, entered_at, entered_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                hours.facility().value(),
                hours.from(),
                hours.until(),
                hours.note(),
                at,
                by);
        return tx.one("SELECT max(number) AS n FROM worked_hours", row -> row.longValue("n"))
                .orElseThrow();
    }

    /** Hours that were not withdrawn, in the order of time. */
    static List<WorkedHours> hours(Tx tx) throws StoreException {
        return tx.query(
                "SELECT * FROM worked_hours WHERE withdrawn_at IS NULL ORDER BY from_at, number",
                row -> new WorkedHours(
                        row.longValue("number"),
                        new FacilityId(row.string("facility")),
                        row.instant("from_at"),
                        row.instant("until_at"),
                        row.string("note")));
    }

    /** Whether there was one to withdraw. */
    static boolean withdraw(Tx tx, long number, Instant at) throws StoreException {
        return tx.update(
                        "UPDATE worked_hours SET withdrawn_at = ? WHERE number = ? AND withdrawn_at IS NULL",
                        at,
                        number)
                == 1;
    }

    private static Invoice read(Row row) throws StoreException {
        Optional<Instant> voided = row.optionalInstant("void_at");
        Optional<String> reason = row.optionalString("void_reason");
        return new Invoice(
                row.string("number"),
                new FacilityId(row.string("facility")),
                new Period(LocalDate.parse(row.string("from_day")), LocalDate.parse(row.string("through_day"))),
                Currency.getInstance(row.string("currency")),
                new BigDecimal(row.string("total")),
                row.instant("issued_at"),
                row.string("issued_by"),
                row.string("body"),
                row.string("sha256"),
                voided.map(at -> new Invoice.Voiding(at, reason.orElse(""))));
    }
}
