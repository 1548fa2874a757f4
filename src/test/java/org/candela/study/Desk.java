package org.candela.study;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.facility.Facility;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** A workstation's library in a folder, for tests. */
final class Desk implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    final AppPaths paths;
    final Database database;
    final StudyLibrary library;

    Desk(Path home) throws StoreException {
        paths = AppPaths.under(home);
        database = Database.open(paths.database(), CLOCK);
        library = new StudyLibrary(database, new AuditLog(), paths, CLOCK);
    }

    /** Studies of a facility, retrieved on the calling thread. */
    RemoteStudies remote(Facility facility) {
        DicomWebClient client = new DicomWebClient(WebEndpoint.of(facility.dicomWeb()), HttpClient.newHttpClient());
        return new RemoteStudies(facility.id(), client, library, paths.incoming(), Runnable::run);
    }

    /** What lies in the folder for files on their way in; nothing should be left there. */
    List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(paths.incoming())) {
            return files.filter(file -> !file.equals(paths.incoming())).toList();
        }
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }
}
