package org.candela.viewer.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.viewer.stack.ReadingStudy;

/**
 * A study being read, with its priors.
 *
 * @param study empty while no case is open
 * @param priors newest first
 */
public record OpenCase(Optional<ReadingStudy> study, List<ReadingStudy> priors) {
    /** No case. */
    public static final OpenCase NONE = new OpenCase(Optional.empty(), List.of());

    public OpenCase {
        priors = List.copyOf(priors);
    }

    /** All that can be hung. */
    public CaseStacks stacks() {
        return new CaseStacks(Stream.concat(study.stream(), priors.stream())
                .flatMap(each -> each.stacks().stream())
                .toList());
    }
}
