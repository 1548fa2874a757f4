package org.candela.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.delivery.DeliveryBoard;
import org.candela.delivery.Outbox;
import org.candela.delivery.RetryPolicy;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.candela.invoice.InvoiceBook;
import org.candela.invoice.Pricing;
import org.candela.invoice.RvuTable;
import org.candela.invoice.Scope;
import org.candela.invoice.SignedWork;
import org.candela.invoice.Statement;
import org.candela.practice.Period;
import org.candela.practice.Practice;
import org.candela.report.Ledger;
import org.candela.report.Reports;
import org.candela.report.template.Templates;
import org.candela.store.Database;

/**
 * Where invoices are made and kept.
 *
 * @param rvuTable the reader's own table of work RVUs; need not be there
 * @param reader who enters and issues
 */
record InvoiceBooks(DeskText store, Supplier<Path> rvuTable, Supplier<String> reader) {

    InvoiceBook book(Database database) {
        return new InvoiceBook(database, new AuditLog(), clock());
    }

    /** What is not billed yet of these days. */
    Statement statement(Database database, String facility, Period period) throws CandelaException {
        Scope scope = new Scope(facility(database, facility), period, clock().getZone());
        InvoiceBook book = book(database);
        return Pricing.price(
                scope,
                new Practice(database, new AuditLog(), clock()).records(),
                rvus(),
                book.unbilled(scope.facility(), work(database).finalsOf(scope)),
                book.unbilledHours(scope.facility()));
    }

    private SignedWork work(Database database) throws CandelaException {
        Ledger ledger = new Ledger(database, new AuditLog(), clock());
        Outbox outbox = new Outbox(ledger, new Facilities(database, ledger.audit(), clock()), RetryPolicy.START);
        return new SignedWork(new Reports(database, Templates.shipped()), new DeliveryBoard(outbox, ledger));
    }

    private RvuTable rvus() throws CandelaException {
        Path file = rvuTable.get();
        if (!Files.exists(file)) {
            return RvuTable.NONE;
        }
        try {
            return RvuTable.read(TextFile.read(file));
        } catch (CandelaException e) {
            throw TextFile.in(file, e);
        }
    }

    /** A facility that is known. */
    FacilityId facility(Database database, String id) throws CandelaException {
        return KnownFacility.in(database, clock(), id).id();
    }

    Clock clock() {
        return store.clock();
    }
}
