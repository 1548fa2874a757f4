package org.candela.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.hanging.ProtocolLibrary;
import org.candela.viewer.practice.PracticeTexts;
import org.candela.viewer.practice.PracticeTexts.Kind;
import org.candela.viewer.window.PresetLibrary;
import org.candela.viewer.window.WindowPreset;

/**
 * What the practice wants, kept below what the reader wants. A hand-over takes the place of the one before, whole or not at
 * all; nothing of the reader's own is touched. Any thread that may wait for the store.
 */
// [impl->req~practice.layers~1]
public final class PracticeDesk {
    private final Database database;
    private final Clock clock;
    private final KeyBindings shipped;

    /** @param shipped the keys of all commands, as the workstation comes */
    public PracticeDesk(Database database, Clock clock, KeyBindings shipped) {
        this.database = database;
        this.clock = clock;
        this.shipped = shipped;
    }

    /**
     * Takes a hand-over.
     *
     * @throws CandelaException naming line and place of what is wrong; nothing has changed then
     */
    public PracticeText take(String text) throws CandelaException {
        PracticeText read = PracticeText.read(text, shipped);
        Instant now = clock.instant();
        database.change(tx -> PracticeTexts.replace(tx, read.kept(), now));
        return read;
    }

    /** Forgets it: what the reader did not choose is as the workstation comes. */
    public void forget() throws CandelaException {
        Instant now = clock.instant();
        database.change(tx -> PracticeTexts.replace(tx, Map.of(), now));
    }

    /** What the practice is called; empty where nothing was handed over. */
    public Optional<String> name() throws CandelaException {
        return database.read(tx -> PracticeTexts.of(tx, Kind.NAME));
    }

    /** What differs on this desk from what it comes with, the practice's and the reader's own together: to be handed on. */
    public PracticeText handOn(String name) throws CandelaException {
        OwnKeys kept = new OwnKeys(database);
        Map<String, List<KeySequence>> keys = new TreeMap<>(
                shipped.yieldingTo(kept.practice()).yieldingTo(kept.load()).keys());
        keys.entrySet().removeIf(entry -> entry.getValue().equals(shipped.of(entry.getKey())));
        Map<String, String> mouse = kept.mouse().text();
        mouse.entrySet().removeAll(MouseBindings.standard().text().entrySet());
        PresetLibrary presets = PresetLibrary.open(database, clock);
        List<WindowPreset> differing = new ArrayList<>(presets.presets().all());
        differing.removeIf(
                preset -> presets.own(preset.modality()).isEmpty() && !presets.isOfPractice(preset.modality()));
        ProtocolLibrary protocols = ProtocolLibrary.open(database, clock);
        List<String> own =
                protocols.own().stream().map(protocol -> protocol.id()).toList();
        int size = TextSize.load(database);
        return new PracticeText(
                name,
                new KeyBindings(keys),
                mouse,
                differing,
                protocols.protocols().all().stream()
                        .filter(protocol -> own.contains(protocol.id())
                                || protocols.protocols().isOfPractice(protocol.id()))
                        .toList(),
                size == TextSize.NORMAL ? OptionalInt.empty() : OptionalInt.of(size));
    }
}
