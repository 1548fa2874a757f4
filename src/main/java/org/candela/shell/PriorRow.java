package org.candela.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.study.OfferedStudy.Availability;
import org.candela.study.StudySummary;
import org.candela.study.prior.KnownPrior;
import org.candela.study.prior.PriorList;
import org.candela.study.prior.PriorMatch;
import org.candela.ui.Formats;
import org.candela.ui.Messages;

/**
 * One line of the list of earlier studies, as it is read.
 *
 * @param what date, modality and description; of a facility that is silent, its name
 * @param standing whose it is and whether it can be had
 * @param prior what the reader can judge; empty for a facility
 */
record PriorRow(String what, String standing, Optional<KnownPrior> prior) {
    /** The lines of what is known of a case, those that wait for a word of the reader first. */
    static List<PriorRow> of(PriorList known) {
        Messages words = Messages.of(PriorRow.class);
        Stream<PriorRow> studies = Stream.of(known.probable(), known.accepted(), known.unavailable())
                .flatMap(List::stream)
                .map(prior -> of(prior, words));
        Stream<PriorRow> silent = known.silent().stream()
                .map(each -> new PriorRow(
                        each.facility().value(), words.text("prior.silent", each.reason()), Optional.empty()));
        return Stream.concat(studies, silent).toList();
    }

    private static PriorRow of(KnownPrior prior, Messages words) {
        StudySummary study = prior.study();
        String what = Stream.of(
                        study.identity()
                                .dateTime()
                                .map(at -> Formats.date(at.toLocalDate()))
                                .orElse(""),
                        String.join(" ", study.modalities()),
                        study.identity().description())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("  "));
        return new PriorRow(what, study.facility() + ": " + standing(prior, words), Optional.of(prior));
    }

    private static String standing(KnownPrior prior, Messages words) {
        String doubts = words(prior.match().contradictions(), words);
        String whose = prior.isConfirmed()
                ? words.text("prior.confirmed")
                : prior.isAccepted() ? words.text("prior.exact") : probable(prior.match(), words);
        String away = prior.availability().isAtHand() ? "" : words.text(key(prior.availability()));
        return Stream.of(whose, doubts.isEmpty() ? "" : words.text("prior.but", doubts), away)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String probable(PriorMatch match, Messages words) {
        List<PriorMatch.Evidence> alike = match.evidence().stream()
                .filter(each -> !each.isContradiction())
                .toList();
        return words.text("prior.probable", String.valueOf(match.score()), words(alike, words));
    }

    private static String words(List<PriorMatch.Evidence> evidence, Messages words) {
        return evidence.stream()
                .map(each -> words.text(
                        "prior." + each.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .collect(Collectors.joining(", "));
    }

    private static String key(Availability availability) {
        return "prior." + availability.name().toLowerCase(Locale.ROOT);
    }
}
