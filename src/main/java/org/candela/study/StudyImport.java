package org.candela.study;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files and folders of the reader's own into the library. Blocks on the disk; for an I/O thread. */
public final class StudyImport {
    /** Owner of studies that came from no facility. */
    public static final FacilityId LOCAL = new FacilityId("local");

    private static final Logger LOG = LoggerFactory.getLogger(StudyImport.class);

    private final StudyLibrary library;

    public StudyImport(StudyLibrary library) {
        this.library = library;
    }

    /**
     * Offers every file of {@code sources}, folders with all below them, to the library. A file that is refused does not
     * stop the others; links to folders are not followed.
     *
     * @throws StoreException when the library itself fails, since then every file would be refused for the same reason
     * @throws java.util.concurrent.CancellationException soon after it is asked for; what was admitted stays
     */
    // [impl->req~study.import-report~1]
    public ImportReport importAll(List<Path> sources, FacilityId facility, Cancellation cancellation)
            throws StoreException {
        Run run = new Run(facility);
        for (Path file : filesOf(sources, run)) {
            cancellation.throwIfRequested();
            run.offer(file);
        }
        ImportReport report = run.report();
        LOG.info(
                "imported {} objects of {} studies, {} were here, {} refused",
                report.admitted(),
                report.studies().size(),
                report.alreadyHere(),
                report.refused().size());
        return report;
    }

    private static List<Path> filesOf(List<Path> sources, Run run) {
        List<Path> files = new ArrayList<>();
        for (Path source : sources) {
            try {
                Files.walkFileTree(source, new Collector(files, run));
            } catch (IOException e) {
                run.refuse(
                        source,
                        "study.unreadable",
                        "cannot be read: " + e.getClass().getSimpleName());
            }
        }
        return files.stream().sorted().toList();
    }

    /** Notes files, and folders that cannot be read. */
    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> files;
        private final Run run;

        Collector(List<Path> files, Run run) {
            this.files = files;
            this.run = run;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            boolean isMissing = failure instanceof java.nio.file.NoSuchFileException;
            run.refuse(file, "study.unreadable", isMissing ? "no such file or folder" : "cannot be read");
            return FileVisitResult.CONTINUE;
        }
    }

    /** The tally of one import. */
    private final class Run {
        private final FacilityId facility;
        private final Set<Uid> studies = new LinkedHashSet<>();
        private final List<ImportReport.Refusal> refused = new ArrayList<>();
        private int admitted;
        private int alreadyHere;

        Run(FacilityId facility) {
            this.facility = facility;
        }

        void offer(Path file) throws StoreException {
            try {
                count(file, library.admit(file, facility));
            } catch (StoreException e) {
                throw e;
            } catch (CandelaException e) {
                refuse(file, e.code(), String.valueOf(e.getMessage()));
            }
        }

        private void count(Path file, Admission admission) {
            studies.add(admission.study());
            switch (admission.outcome()) {
                case ADMITTED -> admitted++;
                case ALREADY_HERE -> alreadyHere++;
                case DIFFERENT_BYTES ->
                    refuse(file, "study.different-bytes", "an object with this UID and other content is here already");
            }
        }

        void refuse(Path file, String code, String reason) {
            refused.add(new ImportReport.Refusal(file, code, reason));
        }

        ImportReport report() {
            return new ImportReport(admitted, alreadyHere, studies, refused);
        }
    }
}
