package org.candela.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.report.ImageFacts;
import org.candela.study.Instance;
import org.candela.study.Series;
import org.candela.study.Study;
import org.candela.study.UidHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the images of a study say of body part, side and sex, from their headers. Blocks on the disk; any thread.
 *
 * <p>Of slices the first and the last of a series are asked, of projections each up to {@value #PROJECTIONS}. Views ({@code left
 * lateral}) are directions and no sides of the body. A side is told only where each image states one: the images that state
 * none may show the other. Secondary captures and objects without pixels are asked nothing.
 */
// [impl->req~report.images-say~1]
final class StudyFacts {
    private static final Logger LOG = LoggerFactory.getLogger(StudyFacts.class);

    private static final int PROJECTIONS = 40;
    private static final Set<String> SLICED = Set.of("CT", "MR", "PT", "NM");
    private static final Set<String> NO_IMAGES = Set.of("SC", "OT", "DOC", "SR", "KO", "PR");
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    /** Of the modifier of an anatomic region (PS3.16 CID 244): SNOMED CT, SNOMED RT. */
    private static final Set<String> LEFT = Set.of("7771000", "G-A101");

    private static final Set<String> RIGHT = Set.of("24028007", "G-A100");
    private static final Set<String> BOTH = Set.of("51440002", "G-A102");
    private static final int ANATOMIC_REGION_MODIFIER = 0x00082220;

    private final Set<String> bodyParts = new TreeSet<>();
    private final Set<String> sides = new TreeSet<>();
    private final Set<String> sexes = new TreeSet<>();
    private boolean isEachSided = true;

    private StudyFacts() {}

    /** What can be read; an image that cannot is left out and states no side. */
    static ImageFacts of(Study study) {
        StudyFacts facts = new StudyFacts();
        study.series().stream()
                .filter(series -> !NO_IMAGES.contains(series.modality()))
                .forEach(facts::ask);
        return new ImageFacts(facts.bodyParts, facts.isEachSided ? facts.sides : Set.of(), facts.sexes);
    }

    private void ask(Series series) {
        List<Instance> images = series.instances().stream()
                .filter(instance -> instance.frameCount() > 0)
                .filter(instance -> !instance.sopClassUid().value().startsWith(SECONDARY_CAPTURE))
                .toList();
        if (!images.isEmpty() && !series.bodyPart().isBlank()) {
            bodyParts.add(series.bodyPart());
        }
        asked(series, images).forEach(this::ask);
    }

    private static List<Instance> asked(Series series, List<Instance> images) {
        if (SLICED.contains(series.modality()) && images.size() > 1) {
            return List.of(images.get(0), images.get(images.size() - 1));
        }
        return images.subList(0, Math.min(PROJECTIONS, images.size()));
    }

    private void ask(Instance image) {
        try {
            FrameReader reader = FrameReader.open(image.file());
            Attributes header = reader.dataSet();
            header.string(Tag.PatientSex)
                    .map(sex -> sex.strip().toUpperCase(Locale.ROOT))
                    .filter(sex -> sex.equals("M") || sex.equals("F"))
                    .ifPresent(sexes::add);
            header.item(Tag.AnatomicRegionSequence)
                    .flatMap(region -> region.string(Tag.CodeMeaning))
                    .ifPresent(bodyParts::add);
            List<String> stated = sides(reader, header);
            sides.addAll(stated);
            isEachSided &= !stated.isEmpty();
        } catch (IOException | CandelaException e) {
            isEachSided = false;
            LOG.debug("the header of image {} says nothing", UidHash.of(image.sopInstanceUid()), e);
        }
    }

    /** L, R or B as stated; empty when none is, and of an unpaired part (U). */
    private static List<String> sides(FrameReader reader, Attributes header) throws CandelaException {
        List<String> found = new ArrayList<>();
        stated(reader)
                .or(() -> region(header))
                .filter(side -> Set.of("L", "R", "B").contains(side))
                .ifPresent(found::add);
        return found;
    }

    private static Optional<String> stated(FrameReader reader) throws CandelaException {
        return reader.describe(0)
                .place()
                .laterality()
                .map(side -> side.strip().toUpperCase(Locale.ROOT))
                .filter(side -> !side.isEmpty());
    }

    private static Optional<String> region(Attributes header) {
        return header.item(Tag.AnatomicRegionSequence).stream()
                .flatMap(region -> region.items(ANATOMIC_REGION_MODIFIER).stream())
                .flatMap(modifier -> side(modifier.string(Tag.CodeValue).orElse("")))
                .findFirst();
    }

    private static Stream<String> side(String code) {
        if (LEFT.contains(code)) {
            return Stream.of("L");
        }
        if (RIGHT.contains(code)) {
            return Stream.of("R");
        }
        return BOTH.contains(code) ? Stream.of("B") : Stream.empty();
    }
}
