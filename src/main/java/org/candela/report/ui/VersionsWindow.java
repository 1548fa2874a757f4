package org.candela.report.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.candela.report.Amendment;
import org.candela.report.OpenReport;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.VersionDiff;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Theme;
import org.candela.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The signed versions of a report in a window over the work screen: which there are, what the chosen one changed, and below
 * it the next one. What was taken out is struck through, what was put in is underlined, so that colour alone says nothing.
 * Binds and decides nothing. FX thread.
 */
// [impl->req~report.versions-window~1]
public final class VersionsWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 780;

    private final Stage stage;
    private final VersionsModel model;
    private final Messages words = Messages.of(VersionsModel.class);
    private final ListView<SignedReport> list = new ListView<>();
    private final TextFlow text = new TextFlow();
    private final ComboBox<SignatureMeaning> kind = new ComboBox<>();
    private final VBox fields = new VBox(6);
    private final Map<String, TextArea> corrected = new LinkedHashMap<>();
    private final TextArea change = new TextArea();
    private final Label changeName = new Label();
    private final TextField told = new TextField();
    private final PasswordField pin = new PasswordField();
    private final VBox against = new VBox(4);
    private final CheckBox seen = new CheckBox();
    /** The window writes, not the reader. */
    private boolean isFilling;

    /** Puts it into {@code stage}, over {@code owner} and with words as large. */
    public VersionsWindow(Stage stage, Window owner, VersionsModel model) {
        this.stage = stage;
        this.model = model;
        BorderPane root = new BorderPane();
        root.setId("versions");
        root.setPadding(new Insets(18));
        root.setLeft(left());
        root.setCenter(center());
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, VersionsWindow.class.getResource("versions.css"));
        stage.setTitle(words.text("versions.title"));
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        model.shownProperty().addListener((value, before, now) -> show(now));
        model.reportProperty().addListener((value, before, now) -> now.ifPresent(this::fill));
        model.findings().addListener((ListChangeListener<SignFinding>) change -> tell());
        kind.valueProperty().addListener((value, before, now) -> {
            shape(now);
            edited();
        });
        change.textProperty().addListener((value, before, now) -> edited());
        told.textProperty().addListener((value, before, now) -> edited());
        stage.setOnHidden(hidden -> {
            var unused = model.leave();
        });
        kind.setValue(SignatureMeaning.ADDENDUM);
    }

    /** Shows it; what is added has the keyboard. */
    public void open() {
        stage.show();
        change.requestFocus();
    }

    private Region left() {
        list.setId("versions-list");
        list.setItems(model.versions());
        list.setPlaceholder(new Label(words.text("versions.none")));
        list.setCellFactory(view -> new LineCell());
        list.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        return list;
    }

    private Region center() {
        text.setId("versions-text");
        text.setLineSpacing(3);
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(140);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ScrollPane corrections = new ScrollPane(fields);
        corrections.setFitToWidth(true);
        corrections.setPrefViewportHeight(340);
        VBox.setVgrow(corrections, Priority.SOMETIMES);
        corrections.visibleProperty().bind(kind.valueProperty().isEqualTo(SignatureMeaning.CORRECTED));
        corrections.managedProperty().bind(corrections.visibleProperty());
        VBox center = new VBox(10, scroll, next(), corrections, changeName, area(), toldRow(), against, seen, bar());
        center.setPadding(new Insets(0, 0, 0, 18));
        return center;
    }

    private HBox next() {
        kind.setId("versions-kind");
        kind.getItems().setAll(SignatureMeaning.ADDENDUM, SignatureMeaning.CORRECTED, SignatureMeaning.WITHDRAWN);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable SignatureMeaning meaning) {
                return meaning == null ? "" : words.text("versions.meaning." + meaning);
            }

            @Override
            public SignatureMeaning fromString(String name) {
                return SignatureMeaning.ADDENDUM;
            }
        });
        Label name = new Label(words.text("versions.next"));
        name.setLabelFor(kind);
        HBox row = new HBox(10, name, kind);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private TextArea area() {
        change.setId("versions-change");
        change.setWrapText(true);
        change.setPrefRowCount(3);
        change.setMinHeight(80);
        changeName.setLabelFor(change);
        return change;
    }

    private HBox toldRow() {
        told.setId("versions-told");
        told.setPromptText(words.text("versions.told.prompt"));
        HBox.setHgrow(told, Priority.ALWAYS);
        Label name = new Label(words.text("versions.told"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(told);
        HBox row = new HBox(10, name, told);
        row.setAlignment(Pos.CENTER_LEFT);
        seen.setId("versions-seen");
        seen.setText(words.text("versions.seen"));
        seen.setVisible(false);
        seen.managedProperty().bind(seen.visibleProperty());
        return row;
    }

    private HBox bar() {
        Label notice = new Label();
        notice.setId("versions-notice");
        notice.setWrapText(true);
        model.noticeProperty().addListener((value, before, now) -> StatusMark.show(notice, now.tone(), now.text()));
        pin.setId("versions-pin");
        pin.setPromptText(words.text("versions.pin.prompt"));
        pin.setPrefColumnCount(7);
        pin.setOnAction(enter -> sign());
        Button sign = new Button(words.text("versions.sign"));
        sign.setId("versions-sign");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        sign.setOnAction(click -> sign());
        Button close = new Button(words.text("versions.close"));
        close.setCancelButton(true);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(click -> stage.hide());
        Label saving = new Label();
        saving.setId("versions-saving");
        saving.setMinWidth(Region.USE_PREF_SIZE);
        model.savingProperty().addListener((value, before, now) -> StatusMark.show(saving, now.tone(), now.text()));
        saving.visibleProperty().bind(saving.textProperty().isNotEmpty());
        saving.managedProperty().bind(saving.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(10, notice, gap, saving, pin, sign, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void sign() {
        if (seen.isSelected()) {
            model.confirmWarnings();
        }
        char[] typed = pin.getText().toCharArray();
        pin.clear();
        var unused = model.sign(written(), typed);
    }

    private VersionsModel.Written written() {
        Map<String, String> texts = new LinkedHashMap<>();
        corrected.forEach((field, area) -> texts.put(field, area.getText()));
        return new VersionsModel.Written(
                Optional.ofNullable(kind.getValue()).orElse(SignatureMeaning.ADDENDUM),
                texts,
                new Amendment(change.getText(), told.getText()));
    }

    private void edited() {
        if (!isFilling) {
            model.edited(written());
        }
    }

    private void shape(SignatureMeaning meaning) {
        changeName.setText(words.text("versions.change." + meaning));
    }

    /** The fields of the report for a correction, as they were signed last, and over all what was begun before. */
    private void fill(OpenReport open) {
        isFilling = true;
        fillSigned(open);
        model.begun().ifPresent(this::takeUp);
        isFilling = false;
    }

    private void takeUp(VersionsModel.Written begun) {
        kind.setValue(begun.meaning());
        change.setText(begun.amendment().text());
        told.setText(begun.amendment().told());
        begun.texts().forEach((field, text) -> Optional.ofNullable(corrected.get(field))
                .ifPresent(area -> area.setText(text)));
    }

    private void fillSigned(OpenReport open) {
        change.clear();
        told.clear();
        fields.getChildren().clear();
        corrected.clear();
        for (TemplateSection section : open.template().sections()) {
            for (TemplateField field : section.fields()) {
                TextArea area = new TextArea(open.draft().text(field.id()));
                area.setWrapText(true);
                area.setPrefRowCount(2);
                Label name = new Label(field.name().isEmpty() ? section.name() : section.name() + ": " + field.name());
                name.setLabelFor(area);
                area.textProperty().addListener((value, before, now) -> edited());
                corrected.put(field.id(), area);
                fields.getChildren().addAll(name, area);
            }
        }
        list.getSelectionModel().selectFirst();
    }

    private void show(List<VersionDiff.Section> sections) {
        text.getChildren().clear();
        for (VersionDiff.Section section : sections) {
            add(section.heading() + "\n", "version-heading");
            section.pieces()
                    .forEach(piece ->
                            add(piece.text(), "version-" + piece.kind().name().toLowerCase(java.util.Locale.ROOT)));
            add("\n\n", "version-kept");
        }
    }

    private void add(String piece, String style) {
        Text node = new Text(piece);
        node.getStyleClass().add(style);
        node.setStrikethrough(style.equals("version-removed"));
        node.setUnderline(style.equals("version-added"));
        text.getChildren().add(node);
    }

    private void tell() {
        against.getChildren().clear();
        for (SignFinding finding : model.findings()) {
            Label line = StatusMark.of(
                    finding.severity() == SignFinding.Severity.BLOCK ? Tone.BAD : Tone.CAUTION,
                    words.text("versions.finding." + finding.severity(), finding.message()));
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            against.getChildren().add(line);
        }
        seen.setSelected(false);
        seen.setVisible(model.findings().stream().anyMatch(finding -> finding.severity() == SignFinding.Severity.WARN));
    }

    private final class LineCell extends ListCell<SignedReport> {
        @Override
        protected void updateItem(@Nullable SignedReport version, boolean isEmpty) {
            super.updateItem(version, isEmpty);
            setText(isEmpty || version == null ? null : model.line(version));
            setWrapText(!isEmpty); // or a blank line is as high as it is narrow
            setPrefWidth(0);
        }
    }
}
