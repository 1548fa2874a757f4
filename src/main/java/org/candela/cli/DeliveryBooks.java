package org.candela.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.delivery.Channels;
import org.candela.delivery.hl7.MappingBook;
import org.candela.facility.Facility;
import org.candela.report.Ledger;
import org.candela.store.Database;

/** Where the ways of reports are kept, for commands. */
record DeliveryBooks(DeskText store) {
    Ledger ledger(Database database) {
        return new Ledger(database, new AuditLog(), store.clock());
    }

    Channels channels(Database database) {
        return new Channels(ledger(database));
    }

    MappingBook mappings(Database database) {
        return new MappingBook(ledger(database));
    }

    /** A facility that is known. */
    Facility facility(Database database, String id) throws CandelaException {
        return KnownFacility.in(database, store.clock(), id);
    }

    /** The text of a shipped mapping, or of a file. */
    static String mappingText(String nameOrFile) throws CandelaException {
        return MappingBook.SHIPPED.contains(nameOrFile)
                ? MappingBook.shipped(nameOrFile)
                : TextFile.read(Path.of(nameOrFile));
    }

    /** {@code KEY=VALUE} each. */
    static Map<String, String> options(Iterable<String> given) throws CandelaException {
        Map<String, String> options = new TreeMap<>();
        for (String option : given) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new CandelaException("cli.bad-field", "\"" + option + "\" is not KEY=VALUE");
            }
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return options;
    }
}
