package org.candela.study.prior;

import java.util.List;
import org.candela.facility.FacilityId;

/**
 * What is known of earlier studies of a patient, at all facilities.
 *
 * @param priors the most relevant first
 * @param silent facilities that did not answer: what they have is not known
 */
public record PriorList(List<KnownPrior> priors, List<Silent> silent) {
    /** Nobody was asked. */
    public static final PriorList NONE = new PriorList(List.of(), List.of());

    /**
     * A facility that did not answer.
     *
     * @param reason in words, without patient data
     */
    public record Silent(FacilityId facility, String reason) {}

    public PriorList {
        priors = List.copyOf(priors);
        silent = List.copyOf(silent);
    }

    /** Those that may hang and be compared. */
    public List<KnownPrior> accepted() {
        return priors.stream()
                .filter(KnownPrior::isAccepted)
                .filter(prior -> prior.availability().isAtHand())
                .toList();
    }

    /** Those that wait for the reader to say whose they are. */
    public List<KnownPrior> probable() {
        return priors.stream().filter(prior -> !prior.isAccepted()).toList();
    }

    /** Those that are the patient's and cannot be had now. */
    public List<KnownPrior> unavailable() {
        return priors.stream()
                .filter(KnownPrior::isAccepted)
                .filter(prior -> !prior.availability().isAtHand())
                .toList();
    }

    /** {@code "2 priors, 1 probable, 1 not available, south did not answer"}; blank when there is nothing to say. */
    public String count() {
        StringBuilder words = new StringBuilder();
        add(words, accepted().size(), accepted().size() == 1 ? "prior" : "priors");
        add(words, probable().size(), "probable");
        add(words, unavailable().size(), "not available");
        silent.forEach(each -> words.append(words.length() == 0 ? "" : ", ")
                .append(each.facility())
                .append(" did not answer"));
        return words.toString();
    }

    private static void add(StringBuilder words, int count, String what) {
        if (count > 0) {
            words.append(words.length() == 0 ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(what);
        }
    }
}
