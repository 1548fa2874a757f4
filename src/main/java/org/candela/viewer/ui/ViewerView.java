package org.candela.viewer.ui;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.candela.base.ScreenId;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Slot;

/** The images of one monitor: one viewport, or both side by side where there is only one diagnostic monitor. FX thread. */
public final class ViewerView extends HBox {
    private final List<ViewportView> viewports;

    private ViewerView(List<ViewportView> viewports) {
        this.viewports = viewports;
    }

    /** A view of {@code slots} of a session, to be shown on {@code screen}. */
    public static ViewerView of(List<Slot> slots, ScreenId screen, ReadingSession session, ViewServices services) {
        ViewerView view = new ViewerView(slots.stream()
                .map(slot -> new ViewportView(session, slot, screen, services).built())
                .toList());
        view.getStyleClass().add("viewer");
        for (ViewportView viewport : view.viewports) {
            HBox.setHgrow(viewport, Priority.ALWAYS);
            viewport.setPrefWidth(1);
        }
        view.getChildren().setAll(view.viewports);
        return view;
    }

    /** The style sheet for {@link org.candela.ui.Theme#dress}. */
    public static URL sheet() {
        return Objects.requireNonNull(ViewerView.class.getResource("viewer.css"), "viewer.css is missing");
    }

    /** Whether every viewport shows the newest state. */
    public boolean isUpToDate() {
        return viewports.stream().allMatch(ViewportView::isUpToDate);
    }
}
