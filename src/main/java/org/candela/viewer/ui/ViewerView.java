package org.candela.viewer.ui;

import java.util.List;
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
        // Of the view and not of its scene: in whatever window it stands, identity and warnings look as they must.
        view.getStylesheets().add(String.valueOf(ViewerView.class.getResource("viewer.css")));
        view.getStyleClass().add("viewer");
        for (ViewportView viewport : view.viewports) {
            HBox.setHgrow(viewport, Priority.ALWAYS);
            viewport.setPrefWidth(1);
        }
        view.getChildren().setAll(view.viewports);
        return view;
    }

    /** Whether every viewport shows the newest state. */
    public boolean isUpToDate() {
        return viewports.stream().allMatch(ViewportView::isUpToDate);
    }
}
