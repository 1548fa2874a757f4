package org.candela.worklist.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/**
 * How fresh the rows of each facility are: a shape and words, never only a colour. Of many facilities those that are up to
 * date are counted, and of many that are not a few are named. FX thread.
 */
// [impl->req~worklist.freshness~1]
final class FreshnessLine {
    /** As many as are named one by one. */
    private static final int FEW = 4;

    private final WorklistViewModel model;
    private final Messages words = Messages.of(WorklistView.class);

    FreshnessLine(WorklistViewModel model) {
        this.model = model;
    }

    /** For the head of the list. */
    FlowPane line() {
        FlowPane facilities = new FlowPane(16, 2);
        facilities.setId("worklist-facilities");
        facilities.setAlignment(Pos.BASELINE_RIGHT);
        HBox.setHgrow(facilities, Priority.ALWAYS);
        follow(() -> facilities.getChildren().setAll(labels(model.freshness())));
        return facilities;
    }

    private List<Label> labels(List<FacilityFreshness> all) {
        if (all.size() <= FEW) {
            return all.stream().map(this::label).toList();
        }
        List<FacilityFreshness> stale =
                all.stream().filter(facility -> !facility.isUpToDate()).toList();
        List<Label> labels = new ArrayList<>();
        labels.add(StatusMark.of(
                stale.isEmpty() ? Tone.GOOD : Tone.NEUTRAL,
                words.text("worklist.fresh.count", all.size() - stale.size(), all.size())));
        if (stale.size() <= FEW) {
            stale.forEach(facility -> labels.add(label(facility)));
        } else {
            labels.add(StatusMark.of(Tone.CAUTION, words.text("worklist.stale.count", stale.size())));
        }
        return labels;
    }

    private Label label(FacilityFreshness facility) {
        Tone tone = facility.isUpToDate() ? Tone.GOOD : Tone.CAUTION;
        String key = facility.isUpToDate() ? "worklist.fresh" : "worklist.stale";
        return StatusMark.of(tone, words.text(key, facility.facility(), facility.age()));
    }

    /** What is wrong with facilities, and problems of our own. */
    VBox foot() {
        VBox foot = new VBox(4);
        foot.setId("worklist-stale");
        follow(() -> foot.getChildren().setAll(reasons()));
        Label problem = StatusMark.of(Tone.BAD, "");
        problem.setId("worklist-problem");
        model.problemProperty().addListener((value, before, now) -> StatusMark.show(problem, Tone.BAD, now));
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return new VBox(6, foot, ahead(), problem);
    }

    /** What keeps studies from being brought ahead. */
    private Label ahead() {
        Label told = new Label();
        told.setId("worklist-ahead");
        told.getStyleClass().add("muted");
        told.setWrapText(true);
        told.textProperty().bind(model.ahead().lineProperty());
        told.visibleProperty().bind(told.textProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        return told;
    }

    private List<Label> reasons() {
        List<FacilityFreshness> failing = model.freshness().stream()
                .filter(facility -> !facility.detail().isEmpty())
                .toList();
        List<Label> labels = new ArrayList<>();
        failing.stream()
                .limit(FEW)
                .forEach(facility -> labels.add(StatusMark.of(
                        Tone.CAUTION, words.text("worklist.detail", facility.facility(), facility.detail()))));
        if (failing.size() > FEW) {
            labels.add(StatusMark.of(Tone.CAUTION, words.text("worklist.detail.more", failing.size() - FEW)));
        }
        return labels;
    }

    private void follow(Runnable show) {
        model.freshness().addListener((ListChangeListener<FacilityFreshness>) change -> show.run());
        show.run();
    }
}
