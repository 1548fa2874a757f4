package org.candela.shell;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.candela.study.StudySummary;

/** Which earlier studies of a patient are worth having: same modality first, then the newest. Pure. */
final class Priors {
    private Priors() {}

    /** Studies of {@code found} that are earlier than {@code current} and of the same patient id, best first. */
    static List<StudySummary> of(StudySummary current, List<StudySummary> found) {
        LocalDateTime now = current.identity().dateTime().orElse(LocalDateTime.MIN);
        return found.stream()
                .filter(prior -> !prior.uid().equals(current.uid()))
                .filter(prior -> prior.patient().id().equals(current.patient().id()))
                .filter(prior -> when(prior).isBefore(now) && !when(prior).equals(LocalDateTime.MIN))
                .sorted(Comparator.comparing((StudySummary prior) -> !isAlike(prior, current))
                        .thenComparing(Priors::when, Comparator.reverseOrder()))
                .toList();
    }

    private static LocalDateTime when(StudySummary study) {
        return study.identity().dateTime().orElse(LocalDateTime.MIN);
    }

    private static boolean isAlike(StudySummary prior, StudySummary current) {
        return prior.modalities().stream().anyMatch(current.modalities()::contains);
    }
}
