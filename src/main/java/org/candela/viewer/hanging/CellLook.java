package org.candela.viewer.hanging;

import java.util.List;
import java.util.Optional;
import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.Edge;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.stack.ImageStack;

/**
 * How a stack looks when it is hung.
 *
 * @param window instead of what the file asks; empty for that
 * @param polarity whether black and white are exchanged
 * @param quarterTurns clockwise, before mirroring
 * @param isMirrored left and right exchanged
 * @param isChestWallInside a breast stands with its chest wall towards the other breast
 */
public record CellLook(
        Optional<VoiWindow> window,
        Polarity polarity,
        int quarterTurns,
        boolean isMirrored,
        boolean isChestWallInside) {
    /** As the file asks. */
    public static final CellLook PLAIN = new CellLook(Optional.empty(), Polarity.NORMAL, 0, false, false);

    /** The appearance of {@code stack} as it hangs first. */
    Appearance on(ImageStack stack) {
        ViewState turned = new ViewState(1, ViewState.FIT.shift(), quarterTurns, isMirrored);
        Appearance look = Appearance.INITIAL
                .with(isChestWallInside ? inside(stack, turned) : turned)
                .with(polarity);
        return window.map(chosen -> look.with(look.voi().replacedBy(chosen))).orElse(look);
    }

    /**
     * The right breast with its chest wall right, the left one with it left. An image whose rows run the other way
     * (Patient Orientation, PS3.3 C.7.6.1.1.1) is mirrored; one that does not say how they run is not.
     */
    // [impl->req~viewer.chest-walls~1]
    private static ViewState inside(ImageStack stack, ViewState view) {
        String side = stack.laterality().orElse("");
        if (!side.equals("R") && !side.equals("L")) {
            return view;
        }
        boolean isRight = side.equals("R");
        List<String> orientation = stack.traits().patientOrientation();
        String rows = orientation.isEmpty() ? "" : orientation.get(0);
        boolean runsWrong = rows.startsWith(isRight ? "A" : "P");
        ViewState turned = runsWrong ? view.mirrored() : view;
        return turned.withEdge(isRight ? Edge.RIGHT : Edge.LEFT);
    }
}
