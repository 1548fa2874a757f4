package org.candela.viewer.ui;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whose image it is and of which study, above the image, never on it. FX thread. */
final class BannerView {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final ViewportCaption caption;
    private final Label patient = ViewportView.label("patient", "banner-name");
    private final Label identity = ViewportView.label("identity", "banner-text");
    private final Label study = ViewportView.label("study", "banner-text");
    private final HBox first = new HBox();
    private final HBox tags = new HBox();
    private final HBox bar = new HBox();
    private List<String> tagged = List.of();

    BannerView(ViewportCaption caption) {
        this.caption = caption;
    }

    HBox built() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        first.getChildren().setAll(patient, identity);
        identity.setMinWidth(0);
        first.getStyleClass().add("banner-line");
        first.setAlignment(Pos.BASELINE_LEFT);
        tags.getStyleClass().add("banner-tags");
        tags.setAlignment(Pos.CENTER_RIGHT);
        bar.getStyleClass().add("banner");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getChildren().setAll(new VBox(first, study), gap, tags);
        bar.setMinWidth(0); // a name never makes a place wider
        bar.widthProperty().addListener(width -> keepName());
        patient.fontProperty().addListener(font -> keepName());
        tags.widthProperty().addListener(width -> keepName());
        return bar;
    }

    /** In a narrow place all else is cut before the name is. */
    private void keepName() {
        double spaces = 2 * bar.getSpacing() + first.getSpacing();
        double taken = bar.snappedLeftInset() + bar.snappedRightInset() + spaces + tags.getWidth();
        patient.setMinWidth(Math.max(0, Math.min(patient.prefWidth(-1), bar.getWidth() - taken)));
    }

    void refresh(boolean isActive) {
        show(caption.patient());
        identity.setText(caption.identity());
        study.setText(caption.study());
        tag(caption.tags());
        bar.pseudoClassStateChanged(ACTIVE, isActive);
    }

    private void show(String name) {
        if (!name.equals(patient.getText())) {
            patient.setText(name);
            keepName();
        }
    }

    /** New nodes are styled and laid out anew, which no step through a stack may cost. */
    private void tag(List<String> words) {
        if (!words.equals(tagged)) {
            tagged = words;
            tags.getChildren().setAll(words.stream().map(BannerView::tag).toList());
        }
    }

    private static Label tag(String text) {
        Label tag = ViewportView.label("tag", "banner-tag");
        tag.setText(text);
        tag.setMinWidth(Region.USE_PREF_SIZE);
        return tag;
    }
}
