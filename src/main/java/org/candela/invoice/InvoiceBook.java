package org.candela.invoice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Hours worked and invoices issued. An issued invoice is never changed; a study or an hour is on one that counts at most.
 * Safe from any thread; blocks on the disk.
 */
// [impl->req~invoice.once~1]
public final class InvoiceBook {
    private final Database database;
    private final AuditLog auditLog;
    private final Clock clock;

    public InvoiceBook(Database database, AuditLog auditLog, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * Enters a time worked; returns it with its number.
     *
     * @throws InvoiceException {@code invoice.hours-overlap} where a moment of it is entered already, for whatever facility:
     *     nobody is paid twice for it
     */
    public WorkedHours enter(WorkedHours hours, String by) throws StoreException, InvoiceException {
        Entered entered = database.write(tx -> {
            Optional<WorkedHours> before =
                    InvoiceRepository.hours(tx).stream().filter(hours::overlaps).findFirst();
            if (before.isPresent()) {
                return new Entered(before, 0);
            }
            audit(tx, by, "hours", hours.facility().value());
            return new Entered(before, InvoiceRepository.enter(tx, hours, clock.instant(), by));
        });
        if (entered.before().isPresent()) {
            WorkedHours other = entered.before().orElseThrow();
            throw new InvoiceException(
                    "invoice.hours-overlap",
                    "this time is entered already, as number " + other.number() + " for " + other.facility()
                            + "; withdraw that first");
        }
        return new WorkedHours(entered.number(), hours.facility(), hours.from(), hours.until(), hours.note());
    }

    /** A number, or what stood in its way. */
    private record Entered(Optional<WorkedHours> before, long number) {}

    /** Hours that were not withdrawn, in the order of time. */
    public List<WorkedHours> hours() throws StoreException {
        return database.read(InvoiceRepository::hours);
    }

    /**
     * Takes hours back.
     *
     * @throws InvoiceException {@code invoice.no-hours}, or {@code invoice.billed} for hours of an invoice that counts
     */
    public void withdraw(long number, String by) throws StoreException, InvoiceException {
        if (database.read(InvoiceRepository::billedHours).contains(number)) {
            throw new InvoiceException("invoice.billed", "hours " + number + " are on an invoice; void that first");
        }
        boolean isDone = database.write(tx -> {
            audit(tx, by, "hours-withdrawn", String.valueOf(number));
            return InvoiceRepository.withdraw(tx, number, clock.instant());
        });
        if (!isDone) {
            throw new InvoiceException("invoice.no-hours", "no hours " + number + " are entered");
        }
    }

    /** Those that are on no invoice that counts. */
    public List<ReadStudy> unbilled(FacilityId facility, List<ReadStudy> studies) throws StoreException {
        Set<Uid> billed = database.read(tx -> InvoiceRepository.billedStudies(tx, facility));
        return studies.stream().filter(study -> !billed.contains(study.uid())).toList();
    }

    /** Hours for a facility that are on no invoice that counts. */
    public List<WorkedHours> unbilledHours(FacilityId facility) throws StoreException {
        Set<Long> billed = database.read(InvoiceRepository::billedHours);
        return hours().stream()
                .filter(hours -> hours.facility().equals(facility) && !billed.contains(hours.number()))
                .toList();
    }

    /**
     * Issues an invoice.
     *
     * @throws InvoiceException {@code invoice.empty} for a statement without lines, {@code invoice.billed} where some of it
     *     is on an invoice that counts
     */
    public Invoice issue(Statement statement, String by) throws StoreException, InvoiceException {
        if (statement.lines().isEmpty()) {
            throw new InvoiceException("invoice.empty", "there is nothing to bill in these days");
        }
        Optional<Invoice> issued = database.write(tx -> {
            if (isBilled(tx, statement)) {
                return Optional.empty();
            }
            Invoice invoice = number(tx, statement, by);
            InvoiceRepository.insert(tx, invoice);
            for (ReadStudy study : statement.studies()) {
                InvoiceRepository.bill(tx, invoice.number(), invoice.facility(), study.uid());
            }
            for (WorkedHours hours : statement.hours()) {
                InvoiceRepository.bill(tx, invoice.number(), hours.number());
            }
            audit(tx, by, "issued", invoice.number());
            return Optional.of(invoice);
        });
        return issued.orElseThrow(() -> new InvoiceException(
                "invoice.billed", "some of this was billed in the meantime; draft the invoice again"));
    }

    private static boolean isBilled(Tx tx, Statement statement) throws StoreException {
        Set<Uid> studies = InvoiceRepository.billedStudies(tx, statement.scope().facility());
        Set<Long> hours = InvoiceRepository.billedHours(tx);
        return statement.studies().stream().anyMatch(study -> studies.contains(study.uid()))
                || statement.hours().stream().anyMatch(one -> hours.contains(one.number()));
    }

    private Invoice number(Tx tx, Statement statement, String by) throws StoreException {
        Scope scope = statement.scope();
        Instant now = clock.instant();
        String prefix = scope.facility() + "-" + scope.dayOf(now).getYear() + "-";
        int next = InvoiceRepository.count(tx, scope.facility(), prefix) + 1;
        String number = prefix + String.format(Locale.ROOT, "%03d", next);
        String body = InvoiceJson.of(statement, number, new InvoiceJson.Issue(now, by))
                .toString();
        return new Invoice(
                number,
                scope.facility(),
                scope.period(),
                statement.currency(),
                statement.total(),
                now,
                by,
                body,
                Sha256.hex(body),
                Optional.empty());
    }

    /** All that were issued, oldest first. */
    public List<Invoice> invoices() throws StoreException {
        return database.read(InvoiceRepository::list);
    }

    /**
     * One by its number; its body was checked against its hash.
     *
     * @throws InvoiceException {@code invoice.unknown}, or {@code invoice.tampered}
     */
    public Invoice invoice(String number) throws StoreException, InvoiceException {
        Invoice invoice = database.read(tx -> InvoiceRepository.find(tx, number))
                .orElseThrow(() -> new InvoiceException("invoice.unknown", "no invoice \"" + number + "\" was issued"));
        if (!Sha256.hex(invoice.body()).equals(invoice.sha256())) {
            throw new InvoiceException("invoice.tampered", "invoice " + number + " does not match its hash");
        }
        return invoice;
    }

    /**
     * Says that an invoice does not count any more; what it billed may be billed again.
     *
     * @throws InvoiceException {@code invoice.unknown}, {@code invoice.void} or {@code invoice.reason-missing}
     */
    public void voidOne(String number, String reason, String by) throws StoreException, InvoiceException {
        Invoice invoice = invoice(number);
        if (invoice.voided().isPresent()) {
            throw new InvoiceException("invoice.void", "invoice " + number + " was voided already");
        }
        if (reason.isBlank()) {
            throw new InvoiceException("invoice.reason-missing", "voiding an invoice needs a reason in words");
        }
        database.change(tx -> {
            InvoiceRepository.voidOne(tx, number, new Invoice.Voiding(clock.instant(), reason.strip()));
            audit(tx, by, "voided", number);
        });
    }

    private void audit(Tx tx, String by, String what, String which) throws StoreException {
        auditLog.append(
                tx,
                new AuditEvent(
                        clock.instant(), by, AuditAction.INVOICE_CHANGED, "invoice:" + which, Map.of("change", what)));
    }
}
