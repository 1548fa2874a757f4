package org.candela.displayqa;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.PassingFolder;
import org.candela.audit.AuditLog;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.Bench;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A ledger in a database of its own, open while a test runs, and what one does with a display over it. */
@SuppressWarnings("NullAway.Init") // set before each test
public final class LedgerDesk implements BeforeEachCallback, AfterEachCallback {
    private PassingFolder folder;
    private Database database;
    private QaLedger ledger;
    private DisplayQa qa;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, StoreException {
        folder = PassingFolder.make();
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException, StoreException {
        database.close();
        folder.close();
    }

    /** As after a restart of the program. */
    public void reopen() throws StoreException {
        database.close();
        open();
    }

    private void open() throws StoreException {
        database = Database.open(folder().resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
        qa = new DisplayQa(ledger, Bench.CLOCK);
    }

    /** Goes away after the test. */
    public Path folder() {
        return folder.path();
    }

    public Database database() {
        return database;
    }

    public QaLedger ledger() {
        return ledger;
    }

    public DisplayQa qa() {
        return qa;
    }
}
