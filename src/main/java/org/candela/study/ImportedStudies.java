package org.candela.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;

/** What the reader imported from files: listed like a facility's studies, whatever their date, and always here. */
// [impl->req~study.imported-listed~1]
public final class ImportedStudies implements StudySource {
    private final StudyLibrary library;
    private final Executor io;

    public ImportedStudies(StudyLibrary library, Executor io) {
        this.library = library;
        this.io = io;
    }

    @Override
    public FacilityId facility() {
        return StudyImport.LOCAL;
    }

    /** All of them: what was brought here by hand is to be read, however old it is. */
    @Override
    public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
        return list(study -> true);
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
        return list(study -> study.patient().isSamePersonAs(patient));
    }

    @Override
    public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
        return Async.supply(() -> here(study, listener), io);
    }

    private CompletableFuture<List<StudySummary>> list(Predicate<Study> isWanted) {
        return Async.supply(
                () -> library.studies().stream()
                        .filter(study -> study.facility().equals(facility()))
                        .filter(isWanted)
                        .map(ImportedStudies::summary)
                        .toList(),
                io);
    }

    private Retrieval here(Uid uid, RetrievalListener listener) throws CandelaException {
        int count = library.study(uid)
                .map(Study::instanceCount)
                .orElseThrow(() -> new StudyException("study.not-here", "the study is not in the library"));
        listener.progress(count, count);
        return new Retrieval(uid, 0, count, List.of());
    }

    private static StudySummary summary(Study study) {
        return new StudySummary(
                study.identity(),
                study.facility(),
                study.modalities(),
                study.instanceCount(),
                Optional.empty(),
                Optional.of(study.admittedAt()));
    }
}
