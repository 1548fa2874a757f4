package org.candela.viewer;

import java.util.Optional;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.picture.StateUse;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.state.SentState;
import org.candela.viewer.state.StatePresentation;
import org.candela.viewer.state.StatedView;
import org.jspecify.annotations.Nullable;

/** Looks at frames through the presentation state in use. What a state makes of a frame is kept while both stay. */
final class StateLens {
    private @Nullable Made made;

    private record Made(Viewport.Shown shown, SentState state, StatePresentation presentation) {
        boolean isOf(Viewport.Shown other, SentState by) {
            return shown.key().equals(other.key())
                    && shown.loaded().frame().equals(other.loaded().frame())
                    && state.equals(by);
        }
    }

    /**
     * The frame as it is to be shown.
     *
     * @param pitch of the monitor it stands on
     */
    // [impl->req~viewer.state-whole~1]
    Seen seen(Viewport.Shown shown, Appearance appearance, Optional<ScreenPitch> pitch) {
        if (!(appearance.use() instanceof StateUse.Whole whole)) {
            return Seen.plain(shown.loaded(), appearance);
        }
        if (!whole.sent().appliesTo(shown.key())) {
            return Seen.plain(shown.loaded(), whole.own());
        }
        StatePresentation presentation = presentation(shown, whole.sent());
        if (presentation instanceof StatePresentation.Applied applied) {
            ViewState view = whole.isViewOwn() ? appearance.view() : view(applied.view(), pitch);
            return new Seen(applied.loaded(), appearance, view, applied.view().framing(), Optional.of(presentation));
        }
        return Seen.plain(shown.loaded(), whole.own(), Optional.of(presentation));
    }

    private StatePresentation presentation(Viewport.Shown shown, SentState state) {
        Made known = made;
        if (known != null && known.isOf(shown, state)) {
            return known.presentation();
        }
        StatePresentation presentation = state.on(shown.key(), shown.loaded());
        made = new Made(shown, state, presentation);
        return presentation;
    }

    /** At true size only where the size of the screen is known; whoever tells of the view says so. */
    private static ViewState view(StatedView stated, Optional<ScreenPitch> pitch) {
        ViewState fit = new ViewState(1, ViewState.FIT.shift(), stated.quarterTurns(), stated.isMirrored());
        if (stated.size() instanceof StatedView.Magnified magnified) {
            return fit.withPixels(magnified.ratio());
        }
        if (stated.size() instanceof StatedView.True size) {
            return pitch.map(known -> fit.withPixels(size.columnMm() / known.meanMm()))
                    .orElse(fit);
        }
        return fit;
    }
}
