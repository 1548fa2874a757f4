package org.candela.viewer.ui;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.candela.base.ScreenId;
import org.candela.viewer.ReadingSession;

/** The images of one monitor: one panel, or several side by side where there are fewer diagnostic monitors. FX thread. */
public final class ViewerView extends HBox {
    private final List<PanelView> panels;

    private ViewerView(List<PanelView> panels) {
        this.panels = panels;
    }

    /** A view of {@code panels} (from 0) of a session, to be shown on {@code screen}. */
    public static ViewerView of(List<Integer> panels, ScreenId screen, ReadingSession session, ViewServices services) {
        return of(panels, screen, session, services, PlaceCover.NONE);
    }

    /** The same, with what {@code cover} lays over its places. */
    public static ViewerView of(
            List<Integer> panels, ScreenId screen, ReadingSession session, ViewServices services, PlaceCover cover) {
        return of(panels, screen, session, services, List.of(cover));
    }

    /** The same, with what {@code covers} lay over its places, the last on top. */
    public static ViewerView of(
            List<Integer> panels,
            ScreenId screen,
            ReadingSession session,
            ViewServices services,
            List<PlaceCover> covers) {
        ViewerView view = new ViewerView(panels.stream()
                .map(panel -> new PanelView(session.lightbox(), panel, place -> {
                    ViewportView viewport = new ViewportView(session, place, screen, services).built();
                    covers.forEach(cover -> cover.over(place, screen).ifPresent(viewport::cover));
                    return viewport;
                }))
                .toList());
        // Of the view and not of its scene: in whatever window it stands, identity and warnings look as they must.
        view.getStylesheets().add(String.valueOf(ViewerView.class.getResource("viewer.css")));
        view.getStyleClass().add("viewer");
        for (PanelView panel : view.panels) {
            HBox.setHgrow(panel, Priority.ALWAYS);
            panel.setPrefWidth(1);
        }
        view.getChildren().setAll(view.panels);
        session.onChange(view::arrange);
        view.arrange();
        return view;
    }

    /** Whether every viewport shows the newest state. */
    public boolean isUpToDate() {
        return panels.stream().flatMap(PanelView::viewports).allMatch(ViewportView::isUpToDate);
    }

    private void arrange() {
        panels.forEach(PanelView::arrange);
    }
}
