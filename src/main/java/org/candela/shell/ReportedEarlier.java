package org.candela.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.report.ReportedPrior;
import org.candela.report.ReportedPrior.Whereabouts;
import org.candela.report.ReportedPriors;
import org.candela.study.OfferedStudy.Availability;
import org.candela.study.StudySummary;
import org.candela.study.prior.KnownPrior;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;

/** What the report of an open case knows of earlier examinations: those that hang beside it, and those that cannot. */
// [impl->req~shell.priors-reported~1]
final class ReportedEarlier {
    private ReportedEarlier() {}

    /** What is not surely the patient's and was not confirmed by the reader is none of this patient's. */
    static ReportedPriors of(OpenedCase opened) {
        Map<Uid, ReportedPrior> known = new LinkedHashMap<>();
        for (ReadingStudy prior : opened.priors()) {
            here(prior).ifPresent(found -> known.put(found.study(), found));
        }
        opened.known().priors().stream()
                .filter(KnownPrior::isAccepted)
                .flatMap(prior -> away(prior).stream())
                .forEach(found -> known.putIfAbsent(found.study(), found));
        List<String> silent = opened.known().silent().stream()
                .map(each -> each.facility().value())
                .toList();
        return new ReportedPriors(List.copyOf(known.values()), silent);
    }

    private static Optional<ReportedPrior> here(ReadingStudy prior) {
        String modality =
                prior.stacks().stream().map(ImageStack::modality).findFirst().orElse("");
        return prior.banner()
                .studyDate()
                .map(date -> new ReportedPrior(
                        prior.banner().studyUid(),
                        date,
                        examination(modality, prior.banner().description()),
                        "",
                        Whereabouts.HERE));
    }

    private static Optional<ReportedPrior> away(KnownPrior prior) {
        StudySummary study = prior.study();
        String modality = study.modalities().stream().sorted().collect(Collectors.joining(" "));
        return study.identity()
                .dateTime()
                .map(at -> new ReportedPrior(
                        study.uid(),
                        at.toLocalDate(),
                        examination(modality, study.identity().description()),
                        study.facility().value(),
                        whereabouts(prior.availability())));
    }

    private static Whereabouts whereabouts(Availability availability) {
        return switch (availability) {
            case ONLINE, UNTOLD -> Whereabouts.NOT_BROUGHT;
            case NEARLINE -> Whereabouts.NEARLINE;
            case OFFLINE -> Whereabouts.OFFLINE;
            case UNAVAILABLE -> Whereabouts.UNAVAILABLE;
        };
    }

    /** Many descriptions begin with the modality already. */
    private static String examination(String modality, String description) {
        boolean isSaid = description.toUpperCase(Locale.ROOT).startsWith(modality.toUpperCase(Locale.ROOT));
        String words = Stream.of(isSaid ? "" : modality, description.strip())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "examination" : words;
    }
}
