package org.candela.viewer.hanging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.viewer.layout.HangingPlan;
import org.candela.viewer.stack.ReadingStudy;

/**
 * The protocols in use and their store. What a reader makes is used from the next study on. Safe from any thread; what
 * says it waits for the store must not be called on the FX thread.
 */
public final class ProtocolLibrary implements HangingPlan {
    private final Database database;
    private final Clock clock;
    private volatile Protocols protocols;

    private ProtocolLibrary(Database database, Clock clock, Protocols protocols) {
        this.database = database;
        this.clock = clock;
        this.protocols = protocols;
    }

    /** The shipped protocols, over them those of the practice, over them the reader's own. Waits for the store. */
    public static ProtocolLibrary open(Database database, Clock clock) throws StoreException {
        return new ProtocolLibrary(database, clock, layered(database));
    }

    /** The protocols in use. */
    public Protocols protocols() {
        return protocols;
    }

    @Override
    public List<Stage> stages(ReadingStudy current, List<ReadingStudy> priorsNewestFirst) {
        return protocols.stages(current, priorsNewestFirst);
    }

    /** Keeps protocols; each takes the place of the one with its id. All or none. Waits for the store. */
    public void save(List<HangingProtocol> made) throws StoreException {
        Instant now = clock.instant();
        database.change(tx -> {
            for (HangingProtocol protocol : made) {
                ProtocolRepository.save(tx, protocol, now);
            }
        });
        reload();
    }

    /** Forgets a reader's own protocol; a shipped one of the same id is used again. Waits for the store. */
    public void remove(String id) throws StoreException {
        database.change(tx -> ProtocolRepository.remove(tx, id));
        reload();
    }

    /** A reader's own protocols. Waits for the store. */
    public List<HangingProtocol> own() throws StoreException {
        return new ArrayList<>(database.read(ProtocolRepository::all));
    }

    private void reload() throws StoreException {
        protocols = layered(database);
    }

    private static Protocols layered(Database database) throws StoreException {
        return database.read(tx -> Protocols.shipped()
                .withPractice(ProtocolRepository.ofPractice(tx))
                .withOwn(ProtocolRepository.all(tx)));
    }
}
