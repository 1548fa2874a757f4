package org.candela.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;

/**
 * Studies of people who do not exist, for two facilities: CT, CR, ultrasound, MR and mammography, each with a prior that
 * differs in one finding. Every patient name starts with SYNTHETIC and every picture says so in its pixels.
 *
 * <p>The same seed and moment give the same bytes. Blocks for some seconds; for an I/O thread.
 */
// [impl->req~demo.synthetic~1]
public final class SyntheticStudies {
    private final long seed;
    private final Instant now;

    /** @param now when the demonstration takes place; the studies were made in the two hours before */
    public SyntheticStudies(long seed, Instant now) {
        this.seed = seed;
        this.now = now;
    }

    /** Writes all studies below {@code folder}, one folder a facility, one below it a study. */
    public List<SyntheticStudy> write(Path folder) throws IOException {
        return write(about -> true, folder);
    }

    /** Writes only the studies of one modality, as {@code "CT"}. */
    public List<SyntheticStudy> writeModality(String modality, Path folder) throws IOException {
        return write(about -> about.modality().equals(modality), folder);
    }

    /** Writes only the studies of one facility, {@code "north"} or {@code "south"}. */
    public List<SyntheticStudy> writeFacility(String facility, Path folder) throws IOException {
        return write(about -> about.facility().equals(facility), folder);
    }

    private List<SyntheticStudy> write(Predicate<SyntheticCase> isWanted, Path folder) throws IOException {
        List<SyntheticStudy> written = new ArrayList<>();
        for (SyntheticCase about : SyntheticCase.values()) {
            if (isWanted.test(about)) {
                written.addAll(write(about, folder));
            }
        }
        return List.copyOf(written);
    }

    private List<SyntheticStudy> write(SyntheticCase about, Path folder) throws IOException {
        Instant current = now.minus(about.age());
        return List.of(
                write(new StudyPlan(about, seed, 0, current), folder),
                write(new StudyPlan(about, seed, 1, current.minus(about.priorAge())), folder));
    }

    private static SyntheticStudy write(StudyPlan plan, Path folder) throws IOException {
        SyntheticCase about = plan.about();
        Path target = Files.createDirectories(
                folder.resolve(about.facility()).resolve(plan.uid("study").value()));
        List<Path> files = new ArrayList<>();
        painter(about).paint(plan, file -> files.add(write(file, target)));
        return new SyntheticStudy(
                about.facility(), plan.uid("study"), about.modality(), plan.isPrior(), plan.order(), files);
    }

    /** Not forced to disk: what is lost in a crash is made again. */
    private static Path write(DicomFile file, Path folder) throws IOException {
        String name = file.dataSet().string(Tag.SOPInstanceUID).orElseThrow() + ".dcm";
        Path path = folder.resolve(name);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            DicomWriter.write(file, stream);
        }
        return path;
    }

    private static StudyPainter painter(SyntheticCase about) {
        return switch (about) {
            case CHEST_CT -> new CtPainter();
            case CHEST_XRAY, PORTABLE_CHEST -> new ChestXrayPainter();
            case HEART_ULTRASOUND -> new UltrasoundPainter();
            case BRAIN_MR -> new MrPainter();
            case SCREENING -> new MammogramPainter();
        };
    }
}
