package org.candela.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.worklist.ReadingItem;

/** A facility that keeps claims as the test says. */
final class StubClaims implements CaseClaims {
    /** Why a claim is refused; empty when it is not. */
    Optional<String> refusal = Optional.empty();
    /** Whether what is taken is the facility's to keep. */
    boolean isBound;
    /** What was asked for, in order. */
    final List<ReadingItem.Id> taken = new ArrayList<>();

    @Override
    public void take(ReadingItem item, Cancellation cancellation) throws ReadingBlockedException {
        taken.add(item.id());
        if (refusal.isPresent()) {
            throw new ReadingBlockedException(List.of(refusal.orElseThrow()), ReadingBlockedException.Way.MEND);
        }
    }

    @Override
    public boolean isBound(ReadingItem.Id id) {
        return isBound;
    }

    @Override
    public void laidAside(ReadingItem.Id id) {}
}
