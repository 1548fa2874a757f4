package org.candela.study.ahead;

import java.util.List;

/**
 * A study that will probably be read soon, and the earlier ones that will hang beside it.
 *
 * @param priors the most wanted first
 */
public record AheadCase(AheadStudy study, List<AheadStudy> priors) {
    public AheadCase {
        priors = List.copyOf(priors);
    }
}
