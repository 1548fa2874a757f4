package org.candela.viewer.layout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.Uid;
import org.candela.study.FrameKey;
import org.candela.viewer.stack.ImageStack;

/**
 * The stacks of an open study, then those of its priors.
 *
 * @param all in the order to be read
 */
public record CaseStacks(List<ImageStack> all) {
    public CaseStacks {
        all = List.copyOf(all);
    }

    public List<Uid> series() {
        return all.stream().map(ImageStack::seriesUid).distinct().toList();
    }

    /** The stack {@code step} further than one of them, after the last one the first. */
    public Optional<ImageStack> beside(ImageStack stack, int step) {
        int index = all.indexOf(stack);
        return index < 0 ? Optional.empty() : Optional.of(all.get(Math.floorMod(index + step, all.size())));
    }

    /** The stack that a frame belongs to. */
    public Optional<ImageStack> holding(FrameKey frame) {
        return all.stream().filter(stack -> stack.frames().contains(frame)).findFirst();
    }

    /** Those that hang nowhere, the first to be read first. */
    public Deque<ImageStack> missingIn(Hanging hanging) {
        List<ImageStack> hung =
                hanging.hung().values().stream().map(Hung::stack).toList();
        return all.stream().filter(stack -> !hung.contains(stack)).collect(Collectors.toCollection(ArrayDeque::new));
    }
}
