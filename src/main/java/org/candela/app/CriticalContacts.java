package org.candela.app;

import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.readiness.contingency.ContingencyBook;
import org.candela.readiness.contingency.ContingencySheet;
import org.candela.readiness.journal.Journal;

/** Whom the contact card names for critical results. Blocks on the disk. */
record CriticalContacts(House.Base base) {
    /** The number; empty where the card has none. */
    Optional<String> phone(Facility facility) throws CandelaException {
        ContingencySheet sheet =
                new ContingencyBook(new Journal(base.database(), base.audit(), base.clock())).sheet(List.of(facility));
        return sheet.facilities().stream()
                .flatMap(site -> Optional.ofNullable(site.lines().get(ContingencySheet.Line.CRITICAL_PHONE)).stream())
                .findFirst();
    }
}
