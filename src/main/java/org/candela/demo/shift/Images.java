package org.candela.demo.shift;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.candela.shell.ScreenRole;
import org.candela.viewer.ui.ViewportView;

/** The images on the diagnostic screens, as they are seen. */
final class Images {
    private Images() {}

    /** Waits until every viewport shows its newest state. */
    static void untilDrawn(ShiftStage stage, Hands hands) throws ShiftException {
        hands.until("the images are drawn", () -> views(stage).stream().allMatch(ViewportView::isUpToDate));
        hands.settle();
    }

    /** The viewport on the left diagnostic screen. FX thread. */
    static Node left(ShiftStage stage) throws ShiftException {
        return stage.find(ScreenRole.DIAGNOSTIC_LEFT, "viewport-left").lookup(".viewport-stage");
    }

    private static List<ViewportView> views(ShiftStage stage) {
        return Stream.of(ScreenRole.DIAGNOSTIC_LEFT, ScreenRole.DIAGNOSTIC_RIGHT)
                .flatMap(role -> stage.room().desk().windowOf(role).stream())
                .flatMap(window -> window.getScene().getRoot().lookupAll(".viewport").stream())
                .map(ViewportView.class::cast)
                .toList();
    }
}
