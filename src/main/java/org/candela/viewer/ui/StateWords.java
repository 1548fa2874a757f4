package org.candela.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.image.Polarity;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.Beside;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.Occlusion;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.picture.StateUse;
import org.candela.viewer.picture.VoiChoice;
import org.candela.viewer.state.SentState;
import org.candela.viewer.state.StatePresentation;
import org.candela.viewer.state.StatedView;

/** What is said of presentation states on an image: which one, how much of it, what the reader did since. */
final class StateWords {
    private final Messages words;
    private final Beside beside;
    private final Viewport viewport;

    StateWords(Messages words, Beside beside, Viewport viewport) {
        this.words = words;
        this.beside = beside;
        this.viewport = viewport;
    }

    /**
     * The state in use and what of it, or how many there are. Short lines: the other corner has some too.
     *
     * @param pitch of the monitor, where it is known
     */
    // [impl->req~viewer.state-whole~1]
    List<String> lines(Optional<ScreenPitch> pitch) {
        Optional<SentState> used = viewport.use().state();
        if (used.isEmpty()) {
            int offered = beside.statesFor(viewport).size();
            return offered == 0 ? List.of() : List.of(words.text("viewer.states", String.valueOf(offered)));
        }
        SentState.Label label = used.orElseThrow().label();
        if (beside.stateOn(viewport).isEmpty()) {
            // Greys changed since the image before: that must not happen without a word.
            return viewport.shown().isEmpty() ? List.of() : List.of(words.text("viewer.state.aside", label.name()));
        }
        List<String> lines = new ArrayList<>();
        Optional<StatePresentation> stated = viewport.stated();
        if (stated.isEmpty()) {
            lines.add(words.text("viewer.state", label.name()));
        } else if (stated.orElseThrow() instanceof StatePresentation.Refused refused) {
            lines.add(words.text("viewer.state.refused", label.name()));
            lines.add(words.text("viewer.state.reason", refused.reason()));
        } else if (stated.orElseThrow() instanceof StatePresentation.Applied applied) {
            lines.addAll(whole(label.name(), applied, pitch));
        }
        lines.add(origin(label, beside.graphicsOn(viewport).leftOut()));
        return lines;
    }

    private List<String> whole(String name, StatePresentation.Applied applied, Optional<ScreenPitch> pitch) {
        List<String> lines = new ArrayList<>();
        String parts = applied.parts().stream()
                .map(part -> words.text("viewer.state.part." + part))
                .collect(Collectors.joining(", "));
        lines.add(words.text("viewer.state.whole", name));
        lines.add(parts);
        List<String> changes = changes();
        if (!changes.isEmpty()) {
            lines.add(words.text("viewer.state.changed", String.join(", ", changes)));
        }
        if (applied.view().size() instanceof StatedView.True && pitch.isEmpty()) {
            lines.add(words.text("viewer.state.no-true-size"));
        }
        applied.leftOut().forEach(left -> lines.add(words.text("viewer.state.reason", left)));
        return lines;
    }

    private List<String> changes() {
        Appearance look = viewport.appearance();
        boolean isViewOwn = viewport.use() instanceof StateUse.Whole whole && whole.isViewOwn();
        return Stream.of(
                        change(!look.voi().equals(VoiChoice.OfFile.FIRST), "window"),
                        change(look.polarity() == Polarity.INVERTED, "inverted"),
                        change(!look.filling().colours().isGrey(), "colours"),
                        change(isViewOwn, "view"),
                        change(look.filling().occlusion() == Occlusion.LIFTED, "shutter"),
                        change(!viewport.areOverlaysShown(), "overlays"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> change(boolean isMade, String what) {
        return isMade ? Optional.of(words.text("viewer.state.changed." + what)) : Optional.empty();
    }

    private String origin(SentState.Label label, int leftOut) {
        String date =
                label.created().map(at -> Formats.date(at.toLocalDate())).orElse(words.text("viewer.date.unknown"));
        String left = leftOut == 0 ? "" : words.text("viewer.state.left-out", String.valueOf(leftOut));
        return Stream.of(Formats.personName(label.creator()), date, left)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("  \u00b7  "));
    }
}
