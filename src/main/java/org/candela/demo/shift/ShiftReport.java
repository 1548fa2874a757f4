package org.candela.demo.shift;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How a shift went; it ends at the first act that did not come to what it must come to. */
public record ShiftReport(List<Played> acts, int planned) {
    public ShiftReport {
        acts = List.copyOf(acts);
    }

    /**
     * One act that was played.
     *
     * @param at since the shift began
     * @param found figures that were checked, or what did not hold
     * @param pictures one of each monitor
     */
    public record Played(String title, Duration at, boolean isHeld, String found, List<Path> pictures) {
        public Played {
            pictures = List.copyOf(pictures);
        }
    }

    /** Whether every act was played and held. */
    public boolean isHeld() {
        return acts.size() == planned && acts.stream().allMatch(Played::isHeld);
    }
}
