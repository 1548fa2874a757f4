package org.candela.viewer.hanging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.layout.Place;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;

/** Finds the stack for each place of a stage. Pure; used once. */
final class StageFiller {
    private final ReadingStudy current;
    private final List<ReadingStudy> priors;
    private final List<Optional<ImageStack>> chosen = new ArrayList<>();
    private final Set<ImageStack> used = new HashSet<>();

    StageFiller(ReadingStudy current, List<ReadingStudy> priorsNewestFirst) {
        this.current = current;
        this.priors = priorsNewestFirst;
    }

    Hanging fill(StagePlan stage) {
        List<Grid> grids = new ArrayList<>();
        Map<Place, Hung> hung = new TreeMap<>();
        for (int panel = 0; panel < stage.panels().size(); panel++) {
            PanelPlan plan = stage.panels().get(panel);
            grids.add(plan.grid());
            for (int cell = 0; cell < plan.cells().size(); cell++) {
                CellPlan wanted = plan.cells().get(cell);
                Optional<ImageStack> stack = choose(wanted.selector());
                Place place = new Place(panel, cell);
                stack.ifPresent(found ->
                        hung.put(place, new Hung(found, 0, wanted.look().on(found))));
            }
        }
        return new Hanging(grids, hung);
    }

    private Optional<ImageStack> choose(StackSelector selector) {
        Optional<ImageStack> model = model(selector);
        List<ImageStack> fitting = new ArrayList<>(fitting(selector, model));
        model.ifPresent(like -> fitting.sort(Comparator.comparingLong(stack -> -likeness(like, stack))));
        Optional<ImageStack> found = selector.position().isPresent()
                ? fitting.stream().skip(selector.position().orElse(0)).findFirst()
                : fitting.stream().filter(stack -> !used.contains(stack)).findFirst();
        found.ifPresent(used::add);
        chosen.add(found);
        return found;
    }

    /** A prior counts where it has something to compare: of a CT, an ultrasound in between is none. */
    private List<ImageStack> fitting(StackSelector selector, Optional<ImageStack> model) {
        boolean isWithoutModel = selector.alike().isPresent() && model.isEmpty();
        Stream<ReadingStudy> studies = selector.prior() == 0 ? Stream.of(current) : priors.stream();
        return studies.map(study -> study.stacks().stream()
                        .filter(selector::fits)
                        .filter(stack -> model.isEmpty() || canStandBeside(model.orElseThrow(), stack))
                        .toList())
                .filter(stacks -> !stacks.isEmpty() && !isWithoutModel)
                .skip(Math.max(0, selector.prior() - 1))
                .findFirst()
                .orElse(List.of());
    }

    private Optional<ImageStack> model(StackSelector selector) {
        int place = selector.alike().orElse(-1);
        return place >= 0 && place < chosen.size() ? chosen.get(place) : Optional.empty();
    }

    /** The other breast, or another view of it, is no comparison. */
    private static boolean canStandBeside(ImageStack model, ImageStack stack) {
        return model.modality().equals(stack.modality())
                && (model.laterality().isEmpty() || model.laterality().equals(stack.laterality()))
                && (model.view().isEmpty() || model.view().equals(stack.view()));
    }

    /** The same plane counts more than words, which every scanner writes otherwise. */
    private static long likeness(ImageStack model, ImageStack stack) {
        boolean isInPlane = model.geometry().bodyPlane().equals(stack.geometry().bodyPlane());
        return (isInPlane ? 100 : 0) + Words.shared(model.title(), stack.title());
    }
}
