package org.candela.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.LutBuilder.Prediction;

/**
 * What each way of holding a display's LUT would reach, best first, before anything is loaded.
 *
 * <p>The rule: a way that keeps all 256 P-values apart with κδ ≤ 1 % at 18 levels and ≤ 10 % at 52 is good enough, and of
 * those the one listed first by the caller is taken - {@link #RENDERER} lists palettes from the least colour difference to
 * the most, before devices that others may reset. If none is good enough: most distinct levels, then least κδ at 52 levels,
 * then at 18.
 *
 * @param choices best first, at least one
 */
// [impl->req~calibration.plan~1]
public record LutPlan(List<Choice> choices) {
    /** What every display can do: our own renderer, from 256 greys to the finest palette. */
    public static final List<LutHolder> RENDERER = List.of(
            new LutHolder.Renderer(GreyPalette.GREY_256),
            new LutHolder.Renderer(GreyPalette.SUB_GREY_766),
            new LutHolder.Renderer(GreyPalette.SUB_GREY_1786),
            new LutHolder.Renderer(GreyPalette.SUB_GREY_4834));

    private static final int ALL_LEVELS = 256;
    /** Half of what is aimed at: the other half is for noise of the meter and of the curve between its points. */
    private static final double GOOD_AT_18 = 0.01;

    private static final double GOOD_AT_52 = 0.10;
    /** Two predictions that differ by less are the same. */
    private static final double ALIKE = 1e-6;

    /** A holder and what is expected of it. */
    public record Choice(LutHolder holder, Prediction prediction) {
        /** Whether it keeps 256 levels apart with κδ ≤ 1 % at 18 levels and ≤ 10 % at 52. */
        public boolean isGoodEnough() {
            return prediction.distinctLevels() == ALL_LEVELS
                    && prediction.kappaDelta() <= GOOD_AT_18
                    && prediction.kappaDelta52() <= GOOD_AT_52;
        }
    }

    public LutPlan {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("a plan needs a way of holding the LUT");
        }
    }

    /** The plan for a display, over ways that it really has, in the order in which they are liked. */
    public static LutPlan of(LutBuilder builder, PanelLight light, List<LutHolder> holders) {
        Comparator<Choice> rule = Comparator.comparing((Choice choice) -> !choice.isGoodEnough())
                .thenComparing((one, other) -> one.isGoodEnough() ? 0 : byReach(one, other));
        return new LutPlan(holders.stream()
                .map(holder -> new Choice(holder, predict(builder, light, holder)))
                .sorted(rule)
                .toList());
    }

    /** The way to take. */
    public Choice best() {
        return choices.get(0);
    }

    /** The best way that a wish allows; empty where the display has none such. */
    public Optional<Choice> best(HoldWish wish) {
        return choices.stream().filter(choice -> wish.allows(choice.holder())).findFirst();
    }

    private static int byReach(Choice one, Choice other) {
        return Comparator.comparingInt((Choice choice) -> -choice.prediction().distinctLevels())
                .thenComparingLong(choice -> Math.round(choice.prediction().kappaDelta52() / ALIKE))
                .thenComparingLong(choice -> Math.round(choice.prediction().kappaDelta() / ALIKE))
                .compare(one, other);
    }

    private static Prediction predict(LutBuilder builder, PanelLight light, LutHolder holder) {
        if (holder instanceof LutHolder.Renderer renderer) {
            return builder.forRenderer(renderer.palette(), light).prediction();
        }
        if (holder instanceof LutHolder.Graphics graphics) {
            return builder.forGraphicsLut(graphics.outputBits()).prediction();
        }
        LutHolder.Monitor monitor = (LutHolder.Monitor) holder;
        return builder.forMonitorLut(monitor.entries(), monitor.bits()).prediction();
    }
}
