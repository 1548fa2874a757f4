package org.candela.worklist.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.ui.Messages;
import org.candela.worklist.ListFilter;
import org.candela.worklist.ListFilter.Time;
import org.candela.worklist.ListFilter.Whose;
import org.candela.worklist.ReadingState;
import org.candela.worklist.SavedView;
import org.candela.worklist.SavedViews.Sound;
import org.jspecify.annotations.Nullable;

/** The filters above the list and the views that the reader keeps. Takes no focus from the keyboard's user. FX thread. */
// [impl->req~worklist.filter~1]
final class ListBar extends FlowPane {
    private static final List<String> MODALITIES = List.of("CR", "CT", "DX", "MG", "MR", "NM", "PT", "RF", "US", "XA");

    private final WorklistViewModel model;
    private final Messages words = Messages.of(WorklistView.class);
    private final ComboBox<Optional<FacilityId>> facilities;
    private final MenuButton views = new MenuButton();

    ListBar(WorklistViewModel model) {
        super(8, 6);
        this.model = model;
        setId("worklist-filters");
        setAlignment(Pos.CENTER_LEFT);
        facilities =
                choice("facility", List.of(), FacilityId::value, ListFilter::facility, now -> model.filterProperty()
                        .get()
                        .withFacility(now));
        model.freshness().addListener((ListChangeListener<FacilityFreshness>) change -> listFacilities());
        listFacilities();
        views.setId("worklist-views");
        views.setText(words.text("worklist.views"));
        views.setFocusTraversable(false);
        model.settings().views().addListener((ListChangeListener<SavedView>) change -> listViews());
        model.filterProperty().addListener((value, before, now) -> listViews());
        model.settings().soundProperty().addListener((value, before, now) -> listViews());
        listViews();
        getChildren().addAll(whose(), facilities, modality(), priority());
        getChildren().addAll(overdue(), putAside());
    }

    /** The views that the reader keeps; stands beside the search. */
    MenuButton views() {
        return views;
    }

    private HBox whose() {
        HBox all = new HBox();
        for (Whose each : Whose.values()) {
            all.getChildren()
                    .add(toggle(
                            "worklist.whose." + each.name().toLowerCase(Locale.ROOT),
                            filter -> filter.whose() == each,
                            filter -> filter.withWhose(each)));
        }
        return all;
    }

    private ToggleButton overdue() {
        return toggle(
                "worklist.filter.overdue",
                filter -> filter.time() == Time.OVERDUE,
                filter -> filter.withTime(filter.time() == Time.OVERDUE ? Time.ANY : Time.OVERDUE));
    }

    private ToggleButton putAside() {
        Optional<ReadingState> aside = Optional.of(ReadingState.PUT_ASIDE);
        return toggle(
                "worklist.filter.aside",
                filter -> filter.state().equals(aside),
                filter -> filter.withState(filter.state().equals(aside) ? Optional.empty() : aside));
    }

    private ToggleButton toggle(
            String key, Function<ListFilter, Boolean> isOn, Function<ListFilter, ListFilter> pressed) {
        ToggleButton button = new ToggleButton(words.text(key));
        button.setFocusTraversable(false);
        button.setSelected(isOn.apply(model.filterProperty().get()));
        model.filterProperty().addListener((value, before, now) -> button.setSelected(isOn.apply(now)));
        button.setOnAction(press -> {
            model.filterProperty().set(pressed.apply(model.filterProperty().get()));
            button.setSelected(isOn.apply(model.filterProperty().get()));
        });
        return button;
    }

    private ComboBox<Optional<String>> modality() {
        return choice("modality", MODALITIES, Function.identity(), ListFilter::modality, now -> model.filterProperty()
                .get()
                .withModality(now));
    }

    private ComboBox<Optional<ReadingPriority>> priority() {
        return choice(
                "priority",
                List.of(ReadingPriority.values()),
                ReadingPriority::name,
                ListFilter::priority,
                now -> model.filterProperty().get().withPriority(now));
    }

    private <T> ComboBox<Optional<T>> choice(
            String key,
            List<T> values,
            Function<T, String> text,
            Function<ListFilter, Optional<T>> part,
            Function<Optional<T>, ListFilter> chosen) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.setId("worklist-filter-" + key);
        box.setFocusTraversable(false);
        String any = words.text("worklist.any." + key);
        box.setConverter(new StringConverter<>() {
            @Override
            @SuppressWarnings("NullableOptional") // JavaFX asks for words of no choice by null
            public String toString(@Nullable Optional<T> value) {
                return value == null ? any : value.map(text).orElse(any);
            }

            @Override
            public Optional<T> fromString(String typed) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.getItems().setAll(anyAnd(values));
        box.setValue(part.apply(model.filterProperty().get()));
        model.filterProperty().addListener((value, before, now) -> box.setValue(part.apply(now)));
        box.valueProperty().addListener((value, before, now) -> {
            if (now != null) {
                model.filterProperty().set(chosen.apply(now));
            }
        });
        return box;
    }

    private static <T> List<Optional<T>> anyAnd(List<T> values) {
        return Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .toList();
    }

    private void listFacilities() {
        List<Optional<FacilityId>> wanted = anyAnd(model.freshness().stream()
                .map(facility -> new FacilityId(facility.facility()))
                .toList());
        if (!facilities.getItems().equals(wanted)) {
            facilities.getItems().setAll(wanted);
            facilities.setValue(model.filterProperty().get().facility());
        }
    }

    // [impl->req~worklist.saved-views~1]
    private void listViews() {
        List<SavedView> saved = model.settings().views();
        views.getItems().clear();
        views.getItems().add(item(words.text("worklist.views.all"), () -> model.show(ListFilter.ALL)));
        for (int i = 0; i < saved.size(); i++) {
            SavedView view = saved.get(i);
            String text = i < 9 ? (i + 1) + "  " + view.name() : view.name();
            views.getItems().add(item(text, () -> model.show(view.filter())));
        }
        views.getItems().addAll(new SeparatorMenuItem(), saving());
        saved.stream()
                .filter(view -> view.filter().equals(model.filterProperty().get()))
                .forEach(view -> views.getItems()
                        .add(item(words.text("worklist.views.forget", view.name()), () -> forget(view.name()))));
        views.getItems().addAll(new SeparatorMenuItem(), sound());
    }

    private CustomMenuItem saving() {
        TextField name = new TextField();
        name.setId("worklist-view-name");
        name.setPromptText(words.text("worklist.views.save"));
        CustomMenuItem item = new CustomMenuItem(name, false);
        name.setOnAction(entered -> {
            var unused =
                    model.settings().save(name.getText(), model.filterProperty().get());
            views.hide();
        });
        return item;
    }

    private CheckMenuItem sound() {
        CheckMenuItem item = new CheckMenuItem(words.text("worklist.sound"));
        item.setSelected(model.settings().soundProperty().get() == Sound.ON);
        item.setOnAction(press -> hear(item.isSelected() ? Sound.ON : Sound.OFF));
        return item;
    }

    private void hear(Sound wanted) {
        var unused = model.settings().hear(wanted);
    }

    private void forget(String name) {
        var unused = model.settings().forget(name);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(press -> action.run());
        return item;
    }
}
