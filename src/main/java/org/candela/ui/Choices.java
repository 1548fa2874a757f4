package org.candela.ui;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/**
 * Controls by which one chooses, worded by a room's own texts. FX thread.
 *
 * @param name what the ids of radio buttons begin with
 */
public record Choices(Messages words, String name) {
    /** A panel headed by the text {@code key}. */
    public VBox panel(String key) {
        Label title = new Label(words.text(key));
        title.getStyleClass().add("panel-title");
        VBox box = new VBox(6, title);
        box.getStyleClass().add("panel");
        return box;
    }

    /** One of several; the first of a group is chosen. */
    public RadioButton radio(ToggleGroup group, Object choice, String text, String id) {
        RadioButton radio = new RadioButton(text);
        radio.setId(name + "-" + id);
        radio.setUserData(choice);
        radio.setToggleGroup(group);
        radio.setSelected(group.getToggles().size() == 1);
        return radio;
    }

    /** {@code box} with the text {@code key} and an id made of it. */
    public CheckBox box(CheckBox box, String key) {
        box.setText(words.text(key));
        box.setId(key.replace('.', '-'));
        return box;
    }

    /** What is chosen of a group. */
    public static <T> T chosen(ToggleGroup group, Class<T> kind) {
        return kind.cast(group.getSelectedToggle().getUserData());
    }
}
