package org.candela.viewer.stack;

import java.util.List;

/** A study laid out for reading: whose it is and its stacks, the first to be read first. */
public record ReadingStudy(StudyBanner banner, List<ImageStack> stacks) {
    public ReadingStudy {
        stacks = List.copyOf(stacks);
    }
}
