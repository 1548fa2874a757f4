package org.candela.viewer.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candela.ui.Formats;
import org.candela.ui.Letters;
import org.candela.ui.Messages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Viewport;
import org.candela.viewer.window.PresetDesk;
import org.candela.viewer.window.WindowPreset;
import org.jspecify.annotations.Nullable;

/**
 * The presets for an image, to be used and edited by keys alone: the field has the keyboard, so that letters are a name and
 * run no tool. FX thread.
 */
final class PresetPanel {
    private static final double WIDTH = 430;
    private static final double ROW = 30;
    private static final int MOST_ROWS = 12;
    private static final double TOP = 70;
    private static final int KEYS = 9;
    private static final double FINE = 20;

    private final PresetDesk desk;
    private final Viewport viewport;
    private final Pane stage;
    private final Messages words;
    private final Label title = ViewportView.label("presets-title", "overlay-text");
    private final ListView<WindowPreset> list = new ListView<>();
    private final TextField name = new TextField();
    private final Label told = ViewportView.label("presets-told", "preset-help");
    private final VBox box = new VBox(title, list, name, told);

    PresetPanel(ReadingSession session, Viewport viewport, Pane stage, Messages words) {
        this.desk = session.instruments().presets();
        this.viewport = viewport;
        this.stage = stage;
        this.words = words;
    }

    /** The nodes, hidden until the presets are asked for. */
    VBox built() {
        box.setManaged(false);
        box.setVisible(false);
        box.setId("presets");
        box.getStyleClass().addAll("mark-box", "preset-box");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PresetCell());
        list.setOnMouseClicked(event -> {
            desk.select(list.getSelectionModel().getSelectedIndex() - desk.selected());
            desk.useSelected();
            desk.close();
        });
        name.setId("preset-name");
        name.setAccessibleText(words.text("viewer.presets.help"));
        told.setWrapText(true);
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        return box;
    }

    /** @param isActive whether keys act on the image below */
    void refresh(boolean isActive) {
        boolean isShown = desk.isOpen() && isActive;
        boolean appears = isShown && !box.isVisible();
        boolean goes = !isShown && box.isVisible();
        box.setVisible(isShown);
        if (isShown) {
            fill();
        }
        if (appears) {
            name.clear();
            name.requestFocus();
        } else if (goes) {
            stage.requestFocus();
        }
    }

    private String title() {
        if (desk.isEdited()) {
            return "viewer.presets.own";
        }
        return desk.isOfPractice() ? "viewer.presets.practice" : "viewer.presets";
    }

    private void fill() {
        List<WindowPreset> presets = desk.list();
        String modality = viewport.stack().map(stack -> stack.modality()).orElse("");
        title.setText(words.text(title(), modality));
        told.setText(words.text(presets.isEmpty() ? "viewer.presets.none" : "viewer.presets.help"));
        list.getItems().setAll(presets);
        list.getSelectionModel().clearAndSelect(desk.selected());
        list.scrollTo(desk.selected());
        double letters = Letters.scale(name.getFont());
        list.setFixedCellSize(ROW * letters);
        double height = ROW * letters * Math.min(MOST_ROWS, Math.max(1, presets.size())) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        double width = Math.min(WIDTH * letters, stage.getWidth());
        box.resizeRelocate((stage.getWidth() - width) / 2, TOP, width, box.prefHeight(width));
    }

    private void steer(KeyEvent event) {
        boolean isShift = event.isShiftDown();
        boolean isEmpty = name.getText().isBlank();
        switch (event.getCode()) {
            case ESCAPE -> desk.close();
            case UP -> move(isShift, -1);
            case DOWN -> move(isShift, 1);
            case ENTER -> enter(isShift, isEmpty);
            case DELETE -> {
                if (isShift) {
                    desk.reset();
                } else if (isEmpty) {
                    desk.remove();
                } else {
                    return;
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(boolean isPreset, int steps) {
        if (isPreset) {
            desk.move(steps);
        } else {
            desk.select(steps);
        }
    }

    private void enter(boolean isRename, boolean isEmpty) {
        if (isEmpty && !isRename) {
            desk.useSelected();
            desk.close();
            return;
        }
        Optional<String> refusal = isRename ? desk.rename(name.getText().strip()) : desk.keepAs(name.getText());
        refusal.ifPresentOrElse(key -> told.setText(words.text(key)), name::clear);
    }

    /** Key, name, window. */
    private static final class PresetCell extends ListCell<WindowPreset> {
        PresetCell() {
            setPrefWidth(0); // as wide as the list, never wider
        }

        @Override
        protected void updateItem(@Nullable WindowPreset preset, boolean isEmpty) {
            super.updateItem(preset, isEmpty);
            setGraphic(isEmpty || preset == null ? null : row(preset, getIndex()));
        }

        private static Region row(WindowPreset preset, int index) {
            Label key = new Label(index < KEYS ? String.valueOf(index + 1) : "");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label title =
                    new Label(preset.bodyPart().isEmpty() ? preset.name() : preset.name() + " @" + preset.bodyPart());
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            int decimals = preset.window().width() < FINE ? 2 : 0;
            Label window = new Label("C " + Formats.number(preset.window().center(), decimals) + "  W "
                    + Formats.number(preset.window().width(), decimals) + "  " + preset.unit());
            window.getStyleClass().add("preset-window");
            window.setMinWidth(Region.USE_PREF_SIZE);
            return new HBox(10, key, title, window);
        }
    }
}
