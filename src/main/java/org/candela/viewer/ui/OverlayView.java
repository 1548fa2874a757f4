package org.candela.viewer.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.image.OrientationMarks;
import org.candela.viewer.Guides;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Regions;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.DisplayStanding;
import org.candela.viewer.region.FoundRegion;
import org.candela.viewer.state.StateGraphics;

/** Words and lines over an image. Takes no part in pointer input. FX thread. */
final class OverlayView {
    private final Viewport viewport;
    private final ViewportCaption caption;
    private final ReadingSession session;
    private final Canvas guides = new Canvas();
    private final Canvas states = new Canvas();
    private final Canvas regions = new Canvas();
    private final Canvas canvas = new Canvas();
    private final Label series = ViewportView.label("series", "overlay-text");
    private final Label position = ViewportView.label("position", "overlay-text");
    private final Label view = ViewportView.label("view", "overlay-text");
    private final Label cautions = ViewportView.label("cautions", "overlay-caution");
    private final Label decoding = ViewportView.label("decoding", "overlay-badge");
    private final Label problem = ViewportView.label("problem", "overlay-problem");
    private final Label left = ViewportView.label("orientation-left", "overlay-letter");
    private final Label right = ViewportView.label("orientation-right", "overlay-letter");
    private final Label top = ViewportView.label("orientation-top", "overlay-letter");
    private final Label bottom = ViewportView.label("orientation-bottom", "overlay-letter");
    private final Label markFont = ViewportView.label("mark-font", "mark-label");
    private final StackPane layers = new StackPane();

    OverlayView(ReadingSession session, Viewport viewport, ViewportCaption caption) {
        this.session = session;
        this.viewport = viewport;
        this.caption = caption;
    }

    Pane built() {
        layers.setManaged(false);
        layers.setMouseTransparent(true);
        layers.getStyleClass().add("overlay");
        VBox named = new VBox(series, position);
        place(named, Pos.TOP_LEFT);
        place(view, Pos.BOTTOM_LEFT);
        place(cautions, Pos.BOTTOM_RIGHT);
        place(decoding, Pos.TOP_RIGHT);
        place(problem, Pos.CENTER);
        place(left, Pos.CENTER_LEFT);
        place(right, Pos.CENTER_RIGHT);
        place(top, Pos.TOP_CENTER);
        place(bottom, Pos.BOTTOM_CENTER);
        problem.setWrapText(true);
        cautions.setWrapText(true);
        new CornersApart(layers, named, view, cautions, top, bottom).follow();
        return layers;
    }

    /** What is drawn on the image itself, the last on top. */
    List<Node> drawn() {
        guides.setManaged(false);
        states.setManaged(false);
        regions.setManaged(false);
        canvas.setManaged(false);
        markFont.setManaged(false);
        markFont.setVisible(false); // shows nothing: style sheets give it the font that labels are written in
        return List.of(regions, guides, states, canvas, markFont);
    }

    /** Words stand at the edges of the place. */
    void resize(double width, double height) {
        layers.resizeRelocate(0, 0, width, height);
    }

    /** Lines are drawn on the image alone. */
    void resizeDrawn(double width, double height) {
        guides.setWidth(width);
        guides.setHeight(height);
        states.setWidth(width);
        states.setHeight(height);
        regions.setWidth(width);
        regions.setHeight(height);
        canvas.setWidth(width);
        canvas.setHeight(height);
    }

    void refresh(DisplayStanding standing, double renderScale) {
        OrientationMarks marks = viewport.orientation();
        show(series, caption.series());
        show(position, caption.position());
        show(view, String.join("\n", caption.viewLines()));
        show(cautions, String.join("\n", caption.cautions(standing)));
        show(decoding, caption.decoding());
        show(problem, caption.problem());
        show(left, marks.left());
        show(right, marks.right());
        show(top, marks.top());
        show(bottom, marks.bottom());
        refreshStates(renderScale);
        refreshRegions(renderScale);
        new MarkPainter(canvas, renderScale, markFont.getFont(), caption.marks()).paint(viewport);
    }

    private void refreshRegions(double renderScale) {
        Regions found = session.beside().regions();
        List<FoundRegion> shown = found.on(viewport).regions();
        regions.setVisible(!shown.isEmpty()); // an empty canvas would still be laid over every new image
        if (!shown.isEmpty()) {
            viewport.resolvedView().ifPresent(view -> new RegionPainter(regions, view, renderScale, markFont.getFont())
                    .paint(shown, found.filling().opacity()));
        }
    }

    private void refreshStates(double renderScale) {
        StateGraphics graphics = session.beside().graphicsOn(viewport);
        states.setVisible(!graphics.isEmpty()); // an empty canvas would still be laid over every new image
        if (!graphics.isEmpty()) {
            viewport.resolvedView()
                    .ifPresent(view -> new StatePainter(states, view, renderScale, markFont.getFont()).paint(graphics));
        }
    }

    /** Draws the lines of other images anew where they have moved; they may have done so over an image that stays. */
    void refreshGuides(double renderScale) {
        Guides.Drawn drawn = session.guidesOn(viewport);
        boolean isEmpty = drawn.equals(Guides.Drawn.NOTHING);
        guides.setVisible(!isEmpty); // an empty canvas would still be laid over every new image
        if (!isEmpty) {
            guides.getGraphicsContext2D().clearRect(0, 0, guides.getWidth(), guides.getHeight());
            viewport.resolvedView().ifPresent(view -> new GuidePainter(guides).paint(drawn, view, renderScale));
        }
    }

    private void place(Node node, Pos where) {
        if (node instanceof VBox box) {
            box.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        }
        node.setCache(true); // its shadow is drawn once, not with every image beneath it
        StackPane.setAlignment(node, where);
        layers.getChildren().add(node);
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }
}
