package org.candela.dictation.keep;

import java.util.Optional;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** What the reader chose on one machine: the microphone of the study at home is not that of the laptop. Blocks on the disk. */
public final class Choices {
    private final Database database;
    private final String machine;

    /** @param machine as the system calls it */
    public Choices(Database database, String machine) {
        this.database = database;
        this.machine = machine;
    }

    /** Name of the chosen microphone; empty before the first choice. */
    public Optional<String> microphone() throws StoreException {
        return database.read(tx -> ChoiceRepository.find(tx, machine, "MICROPHONE"));
    }

    /** Keeps it. */
    public void microphone(String name) throws StoreException {
        database.change(tx -> ChoiceRepository.set(tx, machine, "MICROPHONE", name));
    }
}
