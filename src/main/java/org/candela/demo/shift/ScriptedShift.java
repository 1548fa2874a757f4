package org.candela.demo.shift;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.demo.shift.ShiftReport.Played;
import org.candela.shell.ScreenShots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays a whole shift, from the first look at the desk to the delivered report. Blocks; not for the FX thread. */
// [impl->req~demo.shift~1]
public final class ScriptedShift {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptedShift.class);

    private final ShiftStage stage;
    private final Consumer<Played> audience;
    private final Hands hands = new Hands();

    /** @param audience told of each act when it has been played */
    public ScriptedShift(ShiftStage stage, Consumer<Played> audience) {
        this.stage = stage;
        this.audience = audience;
    }

    /** Plays it to the end, or to the first act that fails. */
    public ShiftReport play() {
        List<Act> acts = acts();
        List<Played> played = new ArrayList<>();
        long start = System.nanoTime();
        for (Act act : acts) {
            Played now = play(act, played.size() + 1, start);
            played.add(now);
            audience.accept(now);
            if (!now.isHeld()) {
                break;
            }
        }
        return new ShiftReport(played, acts.size());
    }

    private List<Act> acts() {
        return Stream.of(
                        new DeskActs(stage, hands).beforeReading(),
                        new ListActs(stage, hands).acts(),
                        new CompareActs(stage, hands).acts(),
                        new ImageActs(stage, hands).acts(),
                        new ReportActs(stage, hands).acts(),
                        new ListActs(stage, hands).afterReading(),
                        new FirstReaderActs(stage, hands).acts(),
                        new DeskActs(stage, hands).atTheEnd())
                .flatMap(List::stream)
                .toList();
    }

    private Played play(Act act, int number, long start) {
        Duration at = Duration.ofNanos(System.nanoTime() - start);
        boolean isHeld = false;
        String found;
        try {
            found = act.play().play();
            isHeld = true;
        } catch (CandelaException | IOException e) {
            LOG.warn("act {} failed", act.name(), e);
            found = String.valueOf(e.getMessage());
        }
        try {
            return new Played(act.title(), at, isHeld, found, pictures(act, number));
        } catch (CandelaException | IOException e) {
            return new Played(act.title(), at, false, found + "; no pictures: " + e.getMessage(), List.of());
        }
    }

    private List<Path> pictures(Act act, int number) throws CandelaException, IOException {
        hands.settle();
        String name = String.format(java.util.Locale.ROOT, "%02d-%s", number, act.name());
        List<Path> files = new ArrayList<>();
        for (ScreenShots.Shot shot : hands.see(
                () -> ScreenShots.take(stage.room().desk().planProperty().get()))) {
            files.add(shot.write(stage.out().resolve("screens"), name));
        }
        return files;
    }
}
