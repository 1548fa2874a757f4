package org.candela.study;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.facility.Facility;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.vault.FastVault;
import org.candela.vault.Vault;
import org.candela.vault.VaultDoor;
import org.candela.vault.VaultKey;
import org.candela.vault.file.SealingKey;

/** A workstation's library in a folder, for tests. */
final class Desk implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    final AppPaths paths;
    final Database database;
    final StudyLibrary library;

    /** A library that nothing seals. */
    Desk(Path home) throws StoreException {
        this(AppPaths.under(home), (paths, database) -> LibraryFiles.unsealed(paths));
    }

    private Desk(AppPaths paths, BiFunction<AppPaths, Database, LibraryFiles> files) throws StoreException {
        this.paths = paths;
        database = Database.open(paths.database(), CLOCK);
        library = new StudyLibrary(database, new AuditLog(), files.apply(paths, database), CLOCK);
    }

    /** A library under the key store of the home, which is made where there is none. */
    static Desk sealed(Path home) throws CandelaException {
        AppPaths paths = AppPaths.under(home);
        Vault vault = FastVault.at(paths.vault());
        VaultKey key = vault.exists() ? vault.open(passphrase()) : vault.create(passphrase());
        return new Desk(paths, (places, database) -> LibraryFiles.sealed(places, () -> SealingKey.of(key), database));
    }

    /** The same while nobody gave the passphrase. */
    static Desk locked(Path home) throws CandelaException {
        AppPaths paths = AppPaths.under(home);
        VaultDoor door = new VaultDoor(FastVault.at(paths.vault()), List.of());
        return new Desk(
                paths, (places, database) -> LibraryFiles.sealed(places, () -> SealingKey.of(door.key()), database));
    }

    private static char[] passphrase() {
        return "five grey words in a row".toCharArray();
    }

    /** Studies of a facility, retrieved on the calling thread. */
    RemoteStudies remote(Facility facility) {
        DicomWebClient client = new DicomWebClient(WebEndpoint.of(facility.dicomWeb()), HttpClient.newHttpClient());
        return new RemoteStudies(facility.id(), client, library, library.files().incoming(), Runnable::run);
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
