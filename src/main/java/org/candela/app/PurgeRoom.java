package org.candela.app;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.candela.base.Uid;
import org.candela.shell.OpenedCase;

/** Tells the daily purge of the open room which case is open, and lets it look. FX thread; works aside. */
// [impl->req~purge.daily~1]
record PurgeRoom(OpenRoom open, Executors executors) {
    private static final long LOOK_MINUTES = 5;

    void follow() {
        DailyPurge purge = new DailyPurge(open.house(), Wiring.temporary());
        open.reading().cases().currentProperty().addListener((value, before, now) -> shows(purge, now));
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(
                        () -> executors.io().execute(purge::look), LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
    }

    private void shows(DailyPurge purge, Optional<OpenedCase> now) {
        Set<Uid> studies = new HashSet<>();
        now.ifPresent(opened -> {
            studies.add(opened.item().id().study());
            opened.priors().forEach(prior -> studies.add(prior.banner().studyUid()));
        });
        purge.shows(studies);
        now.map(opened -> opened.item().id())
                .ifPresent(opened -> executors.io().execute(() -> purge.keepOpened(opened)));
    }
}
