package org.candela.worklist.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import org.candela.base.Async;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.worklist.ReadingClocks;
import org.candela.worklist.ReadingClocks.Signed;
import org.candela.worklist.ReadingItem;

/** The clocks of the row that is chosen, in one line below the list. FX thread. */
// [impl->req~worklist.clocks~1]
public final class ClocksLine extends Label {
    private final ReadingClocks.Source source;
    private final Threads threads;
    private final Clock clock;
    private final Messages words = Messages.of(ClocksLine.class);
    private long asked;

    /**
     * Where work is done.
     *
     * @param io for the disk
     * @param ui the FX thread
     */
    public record Threads(Executor io, Executor ui) {}

    /** @param clock whose zone times are told in */
    public ClocksLine(ReadingClocks.Source source, Threads threads, Clock clock) {
        this.source = source;
        this.threads = threads;
        this.clock = clock;
        setId("worklist-clocks");
        getStyleClass().add("muted");
        setWrapText(true);
    }

    /** Tells those of {@code item}, or none; an older answer never replaces a newer one. */
    void show(Optional<ReadingItem> item) {
        long request = ++asked;
        if (item.isEmpty()) {
            setText("");
            return;
        }
        var unused = Async.supply(() -> source.of(item.orElseThrow()), threads.io())
                .handleAsync(
                        (clocks, failure) -> {
                            if (request == asked) {
                                setText(failure == null ? text(clocks) : "");
                            }
                            return null;
                        },
                        threads.ui());
    }

    private String text(ReadingClocks clocks) {
        List<String> parts = new ArrayList<>();
        parts.add(words.text("clocks.received", time(clocks.received())));
        clocks.opened().ifPresent(at -> parts.add(words.text("clocks.opened", time(at))));
        clocks.preliminary().ifPresent(signed -> parts.add(words.text("clocks.preliminary", told(signed))));
        clocks.finalReport().ifPresent(signed -> {
            parts.add(words.text("clocks.final", told(signed)));
            Duration whole = Duration.between(clocks.received(), signed.at());
            if (!whole.isNegative()) {
                parts.add(words.text("clocks.whole", Formats.span(whole)));
            }
        });
        return String.join(" \u00b7 ", parts);
    }

    private String told(Signed signed) {
        String at = time(signed.at());
        return signed.acknowledged()
                .map(answer -> words.text("clocks.acknowledged", at, time(answer)))
                .orElseGet(() -> words.text("clocks.not-acknowledged", at));
    }

    /** The hour today, else with its day. */
    private String time(Instant moment) {
        ZoneId zone = clock.getZone();
        boolean isToday = LocalDate.ofInstant(moment, zone).equals(LocalDate.ofInstant(clock.instant(), zone));
        return isToday ? Formats.clock(moment, zone) : Formats.moment(moment, zone);
    }
}
