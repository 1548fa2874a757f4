package org.candela.study.ahead;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.study.Instance;
import org.candela.study.Study;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySummary;

/**
 * How large a study is and will be: its objects that are here are weighed, those to come are taken to be as large as these.
 * Of a study without any here, the size of an object is assumed by modality. Blocks on the disk.
 */
public final class StudyWeights {
    /** Of one object, bytes, uncompressed: rows × columns × bytes of a pixel of a common matrix. */
    private static final Map<String, Long> USUAL = Map.of(
            "CT", 530_000L, // 512 × 512 × 2
            "MR", 300_000L, // 384 × 384 × 2
            "PT", 100_000L, // 200 × 200 × 2, and the header
            "CR", 10_000_000L, // 2500 × 2000 × 2
            "DX", 15_000_000L, // 3000 × 2500 × 2
            "MG", 27_000_000L, // 4096 × 3328 × 2
            "US", 5_000_000L); // still pictures and clips, compressed

    private static final long USUAL_OBJECT = 1_000_000;
    /** Of a study whose facility does not tell how many objects it has. */
    private static final long USUAL_STUDY = 300_000_000;

    private final StudyLibrary library;

    public StudyWeights(StudyLibrary library) {
        this.library = library;
    }

    /**
     * The study as it is here now.
     *
     * @param listed how many objects its facility turned out to have; 0 before it was asked
     */
    public AheadStudy weigh(StudySummary summary, int listed) throws CandelaException {
        Optional<Study> here = library.study(summary.uid());
        int objects = here.map(Study::instanceCount).orElse(0);
        long bytes = here.map(StudyWeights::bytesOf).orElse(0L);
        return new AheadStudy(
                summary.uid(),
                summary.facility(),
                bytes,
                missing(summary, Math.max(summary.instanceCount(), listed), new Here(objects, bytes)));
    }

    private record Here(int objects, long bytes) {}

    private static long missing(StudySummary summary, int wanted, Here here) {
        if (wanted == 0) {
            return Math.max(1, USUAL_STUDY - here.bytes());
        }
        long each = here.objects() == 0 ? usual(summary) : Math.max(1, here.bytes() / here.objects());
        return Math.max(0, wanted - here.objects()) * each;
    }

    private static long usual(StudySummary summary) {
        return summary.modalities().stream()
                .mapToLong(modality -> USUAL.getOrDefault(modality, USUAL_OBJECT))
                .max()
                .orElse(USUAL_OBJECT);
    }

    private static long bytesOf(Study study) {
        return study.series().stream()
                .flatMap(series -> series.instances().stream())
                .mapToLong(StudyWeights::bytesOf)
                .sum();
    }

    /** Of a file that has gone, nothing is here. */
    private static long bytesOf(Instance instance) {
        try {
            return Files.size(instance.file());
        } catch (IOException e) {
            return 0;
        }
    }
}
