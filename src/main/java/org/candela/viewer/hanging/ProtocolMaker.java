package org.candela.viewer.hanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.Edge;
import org.candela.viewer.picture.VoiChoice;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;

/** Makes a protocol from what hangs: for the next study like this one. Pure. */
// [impl->req~viewer.protocol-from-screen~1]
public final class ProtocolMaker {
    private static final Pattern NO_ID = Pattern.compile("[^a-z0-9]+");

    /** No study has so many priors. */
    private static final StackSelector NOTHING =
            new StackSelector(99, "", "", "", Optional.empty(), List.of(), OptionalInt.empty(), OptionalInt.empty());

    private final ReadingStudy current;
    private final List<ReadingStudy> priors;

    /** @param priorsNewestFirst of the same patient */
    public ProtocolMaker(ReadingStudy current, List<ReadingStudy> priorsNewestFirst) {
        this.current = current;
        this.priors = List.copyOf(priorsNewestFirst);
    }

    /** A protocol with one stage, for studies of the same modality and description that have as many priors on the screen. */
    public HangingProtocol of(Hanging hanging) {
        int usedPriors = hanging.hung().values().stream()
                .mapToInt(hung -> priorNumber(hung.stack()))
                .max()
                .orElse(0);
        List<String> modalities =
                current.stacks().stream().limit(1).map(ImageStack::modality).toList();
        List<String> words = Words.of(current.banner().description()).toList();
        String name = (String.join(" ", modalities) + " "
                        + words.stream()
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" "))
                        + (usedPriors > 0 ? " with prior" : ""))
                .strip();
        return new HangingProtocol(
                "own-" + NO_ID.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-"),
                name,
                new StudyMatch(modalities, List.of(), words, usedPriors),
                List.of(stage(hanging)));
    }

    private StagePlan stage(Hanging hanging) {
        List<PanelPlan> panels = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (int panel = 0; panel < hanging.grids().size(); panel++) {
            panels.add(panel(hanging, panel, places));
        }
        return new StagePlan("", 1, panels);
    }

    /** Empty places behind the last stack are left out; those before it are filled with nothing that exists. */
    private PanelPlan panel(Hanging hanging, int panel, List<Place> before) {
        Grid grid = hanging.grids().get(panel);
        List<Place> places = grid.places(panel);
        int last = places.size();
        while (last > 0 && hanging.at(places.get(last - 1)).isEmpty()) {
            last--;
        }
        List<CellPlan> cells = new ArrayList<>();
        for (Place place : places.subList(0, last)) {
            cells.add(hanging.at(place)
                    .map(hung -> cell(hung, hanging, before))
                    .orElse(new CellPlan(NOTHING, CellLook.PLAIN)));
            before.add(place);
        }
        return new PanelPlan(grid, cells);
    }

    private CellPlan cell(Hung hung, Hanging hanging, List<Place> before) {
        ImageStack stack = hung.stack();
        int prior = priorNumber(stack);
        OptionalInt alike = prior == 0 ? OptionalInt.empty() : alike(stack, hanging, before);
        StackSelector byTraits = new StackSelector(
                prior,
                stack.modality(),
                stack.laterality().orElse(""),
                stack.view().orElse(""),
                stack.geometry().bodyPlane(),
                alike.isPresent() ? List.of() : Words.of(stack.title()).toList(),
                OptionalInt.empty(),
                alike);
        int position = alike.isPresent() ? 0 : fitting(byTraits, stack).indexOf(stack);
        StackSelector selector = new StackSelector(
                byTraits.prior(),
                byTraits.modality(),
                byTraits.laterality(),
                byTraits.viewPosition(),
                byTraits.plane(),
                byTraits.words(),
                alike.isPresent() ? OptionalInt.empty() : OptionalInt.of(Math.max(0, position)),
                alike);
        return new CellPlan(selector, look(hung.appearance().own()));
    }

    private List<ImageStack> fitting(StackSelector selector, ImageStack stack) {
        ReadingStudy study = selector.prior() == 0 ? current : comparable(stack).get(selector.prior() - 1);
        return study.stacks().stream().filter(selector::fits).toList();
    }

    /** The place before whose stack of the current study this one was compared with: same modality, side and view. */
    private OptionalInt alike(ImageStack stack, Hanging hanging, List<Place> before) {
        for (int i = 0; i < before.size(); i++) {
            Optional<ImageStack> model = hanging.at(before.get(i)).map(Hung::stack);
            if (model.filter(one -> priorNumber(one) == 0 && isComparable(one, stack))
                    .isPresent()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isComparable(ImageStack one, ImageStack other) {
        return one.modality().equals(other.modality())
                && one.laterality().equals(other.laterality())
                && one.view().equals(other.view())
                && one.geometry().bodyPlane().equals(other.geometry().bodyPlane());
    }

    /** 0 for the current study, else which of the priors it is that have a stack of its modality. */
    private int priorNumber(ImageStack stack) {
        List<ReadingStudy> comparable = comparable(stack);
        for (int i = 0; i < comparable.size(); i++) {
            if (comparable.get(i).banner().equals(stack.study())) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<ReadingStudy> comparable(ImageStack stack) {
        return priors.stream()
                .filter(prior ->
                        prior.stacks().stream().anyMatch(one -> one.modality().equals(stack.modality())))
                .toList();
    }

    /** A window that was chosen is kept; one that was moved belongs to the image it was moved on. */
    private static CellLook look(Appearance appearance) {
        boolean isInside = appearance.view().edge() != Edge.NONE;
        return new CellLook(
                appearance.voi() instanceof VoiChoice.ByReader chosen ? Optional.of(chosen.window()) : Optional.empty(),
                appearance.polarity(),
                appearance.view().quarterTurns(),
                !isInside && appearance.view().isMirrored(),
                isInside);
    }
}
