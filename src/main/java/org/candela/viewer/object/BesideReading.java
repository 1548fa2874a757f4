package org.candela.viewer.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.study.Study;
import org.candela.study.StudyLibrary;
import org.candela.viewer.BesideImages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.stack.ReadingStudy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what came beside the images of each case that is opened, and hands it to the session. Used on the thread of the
 * session; files are read by {@code io}.
 */
public final class BesideReading {
    private static final Logger LOG = LoggerFactory.getLogger(BesideReading.class);

    private final StudyLibrary library;
    private final Executor io;
    private final Executor ui;
    private Optional<ReadingStudy> followed = Optional.empty();

    public BesideReading(StudyLibrary library, Executor io, Executor ui) {
        this.library = library;
        this.io = io;
        this.ui = ui;
    }

    /** Reads for every case that {@code session} opens from now on; what arrives after the case was closed is dropped. */
    public void follow(ReadingSession session) {
        session.onChange(() -> changed(session));
        new RegionLoading(session, io, ui).follow();
    }

    private void changed(ReadingSession session) {
        Optional<ReadingStudy> open = session.study();
        if (open.equals(followed)) {
            return;
        }
        followed = open;
        open.ifPresent(study -> read(session, study));
    }

    private void read(ReadingSession session, ReadingStudy study) {
        List<ReadingStudy> all = new ArrayList<>(List.of(study));
        all.addAll(session.priors());
        var unused = Async.supply(() -> BesideReader.read(all, studies(all)), io)
                .exceptionally(failure -> {
                    LOG.warn("objects beside images not read", Async.causeOf(failure));
                    return BesideImages.NOTHING;
                })
                .thenAcceptAsync(
                        found -> {
                            boolean isStillOpen = session.study().equals(Optional.of(study));
                            if (isStillOpen) {
                                session.beside().take(found);
                            }
                        },
                        ui);
    }

    private List<Study> studies(List<ReadingStudy> all) throws CandelaException {
        List<Study> studies = new ArrayList<>();
        for (ReadingStudy one : all) {
            Uid uid = one.banner().studyUid();
            library.study(uid).ifPresent(studies::add);
        }
        return studies;
    }
}
