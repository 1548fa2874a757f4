package org.candela.report.template;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The macros of this workstation. Any thread; blocks on the disk. */
// [impl->req~template.macros~1]
public final class MacroShelf {
    private final String reader;
    private final Clock clock;

    /** @param reader the reader's id */
    public MacroShelf(String reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The macros for a study at a facility. */
    public Macros forStudy(Tx tx, String facility, StudyKind study) throws StoreException {
        return Macros.of(all(tx, facility), study);
    }

    /** All macros of the reader, of the facility, and those shipped. */
    public List<Macro> all(Tx tx, String facility) throws StoreException {
        List<Macro> macros = new ArrayList<>(MacroRepository.of(tx, Holder.reader(reader)));
        if (!facility.isBlank()) {
            macros.addAll(MacroRepository.of(tx, Holder.facility(facility)));
        }
        macros.addAll(ShippedMacros.ALL);
        return List.copyOf(macros);
    }

    /**
     * Keeps macros, all or none; one of the same name and holder is replaced.
     *
     * @throws TemplateException when one would hold itself or one that is not there, or a shortcut is taken
     */
    public void keep(Database database, List<Macro> macros) throws StoreException, TemplateException {
        Optional<TemplateException> refused = database.write(tx -> {
            Optional<TemplateException> problem = MacroCheck.of(merged(all(tx, facilityOf(macros)), macros), macros);
            if (problem.isEmpty()) {
                for (Macro macro : macros) {
                    MacroRepository.keep(tx, macro, clock.instant());
                }
            }
            return problem;
        });
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    /** Takes one away. Whether it was there. */
    public boolean remove(Database database, Holder holder, String name) throws StoreException {
        return database.write(tx -> MacroRepository.remove(tx, holder, name));
    }

    private static String facilityOf(List<Macro> macros) {
        return macros.stream()
                .filter(macro -> macro.holder().layer() == Layer.FACILITY)
                .map(macro -> macro.holder().name())
                .findFirst()
                .orElse("");
    }

    private static List<Macro> merged(List<Macro> there, List<Macro> more) {
        List<Macro> all = new ArrayList<>(there);
        for (Macro macro : more) {
            all.removeIf(old -> old.key().equals(macro.key()) && old.holder().equals(macro.holder()));
            all.add(macro);
        }
        return all;
    }
}
