package org.candela.viewer.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.study.StudyLibrary;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.document.CaseDocument.Origin;
import org.candela.viewer.document.DocumentHeadings.Source;
import org.candela.viewer.stack.ReadingStudy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the documents of each case that is opened. Used on the thread of the session; files are read by {@code io}. */
public final class DocumentsOfCase {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentsOfCase.class);

    private final StudyLibrary library;
    private final Executor io;
    private final Executor ui;
    private Optional<ReadingStudy> followed = Optional.empty();

    public DocumentsOfCase(StudyLibrary library, Executor io, Executor ui) {
        this.library = library;
        this.io = io;
        this.ui = ui;
    }

    /** Looks in every case that {@code session} opens from now on, and takes the documents of the one before away. */
    public void follow(ReadingSession session, Documents documents) {
        session.onChange(() -> changed(session, documents));
    }

    private void changed(ReadingSession session, Documents documents) {
        Optional<ReadingStudy> open = session.study();
        if (open.equals(followed)) {
            return;
        }
        followed = open;
        documents.take(CaseDocuments.NONE_YET);
        open.ifPresent(study -> read(session, study, documents));
    }

    private void read(ReadingSession session, ReadingStudy study, Documents documents) {
        List<ReadingStudy> priors = List.copyOf(session.priors());
        var unused = Async.supply(() -> DocumentHeadings.of(sources(study, priors)), io)
                .exceptionally(failure -> {
                    LOG.warn("documents of the case not read", Async.causeOf(failure));
                    return new CaseDocuments(List.of(), 0, true);
                })
                .thenAcceptAsync(
                        found -> {
                            if (session.study().equals(Optional.of(study))) {
                                documents.take(found);
                            }
                        },
                        ui);
    }

    private List<Source> sources(ReadingStudy study, List<ReadingStudy> priors) throws CandelaException {
        List<Source> sources = new ArrayList<>();
        source(study, Origin.CURRENT).ifPresent(sources::add);
        for (ReadingStudy prior : priors) {
            source(prior, Origin.PRIOR).ifPresent(sources::add);
        }
        return sources;
    }

    private Optional<Source> source(ReadingStudy study, Origin origin) throws CandelaException {
        return library.study(study.banner().studyUid()).map(found -> new Source(found, study.banner(), origin));
    }
}
