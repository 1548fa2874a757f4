package org.candela.report.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.wording.DateStyle;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;
import org.candela.ui.WhileShown;

/**
 * The report desk: whose report, the fields, then what is needed to finish it. FX thread.
 *
 * <p>Keys while the desk has the focus: Tab and Shift+Tab next and previous field, F8 next unfilled field, Ctrl+M insert the
 * newest measurement, Ctrl+Shift+P sign preliminary, Ctrl+Enter sign final.
 */
public final class ReportView extends VBox {
    private static final KeyCombination INSERT = new KeyCodeCombination(KeyCode.M, KeyCombination.CONTROL_DOWN);
    private static final KeyCombination PRELIMINARY =
            new KeyCodeCombination(KeyCode.P, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination FINAL = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);

    private final ReportViewModel model;
    private final Messages words = Messages.of(ReportView.class);
    private final FieldsPane fields;
    private final SignBar signBar;
    private final Label patient = new Label();
    private final Label order = new Label();
    private final Label held = new Label();
    private final FlowPane others = new FlowPane(6, 6);
    private final VoiceBar voice;
    private final PickPane pick;
    private Consumer<DateStyle> dates = style -> {};

    public ReportView(ReportViewModel model) {
        this.model = model;
        this.fields = new FieldsPane(model);
        this.signBar = new SignBar(model, words);
        this.voice = new VoiceBar(model, this);
        this.pick = new PickPane(words, fields::focusPlace);
        setId("report");
        getStyleClass().addAll("panel", "report-desk");
        getStylesheets().add(String.valueOf(ReportView.class.getResource("report.css")));
        VBox head = new VBox(4, title(), patient, order, held, others);
        held.setId("report-held");
        held.setWrapText(true);
        held.setMinHeight(Region.USE_PREF_SIZE);
        tellHeld("");
        patient.setId("report-patient");
        patient.getStyleClass().add("headline");
        order.setId("report-order");
        order.getStyleClass().add("muted");
        StackPane middle = new StackPane(fields.root(), new SayPane(model).root(), pick.root());
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        getChildren().addAll(head, voice.root(), middle, foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        model.reportProperty().addListener((value, before, now) -> showHead(now));
        model.otherDrafts().addListener((ListChangeListener<ReportDraft>) change -> showOthers());
        showHead(model.reportProperty().get());
        showOthers();
        WhileShown.repeat(this, Duration.ofSeconds(1), this::tick); // ages are shown to the second
        model.acts().onSign(this::sign);
        model.acts().onCheck(this::check);
    }

    private void tick() {
        model.tick();
        voice.show();
    }

    /** Brings the keyboard to the next field that waits, from whatever monitor it was on. */
    public void write() {
        getScene().getWindow().requestFocus();
        fields.focusNextUnfilled();
    }

    /** Writes the newest measurement where the caret is, or was. */
    public void insertMeasurement() {
        getScene().getWindow().requestFocus();
        fields.insertMeasurement();
    }

    /** Writes the newest measurement with its change against the one drawn on an earlier examination. */
    public void insertChange() {
        fields.place();
        model.acts()
                .tellChange(
                        model.measurements().insertChange(model.placeProperty().get()));
        go(Optional.of(model.placeProperty().get()));
    }

    /** To the next place that is written in. */
    public void nextField() {
        go(model.fields().next());
    }

    /** To the place before. */
    public void previousField() {
        go(model.fields().previous());
    }

    /** Keeps what the template says in fields that were not touched; to what still waits. */
    public void acceptDefaults() {
        go(model.fields().acceptDefaults());
    }

    /** This field is done; to the next that still waits. */
    public void completeField() {
        go(model.fields().complete());
    }

    /** Lists what can be said, or takes the list away. */
    public void whatCanBeSaid() {
        model.acts().toggleAsking();
    }

    /** To the next word that the engine was not sure of; it has been looked at then. */
    public void nextDoubtful() {
        go(model.marks.nextDoubtful());
    }

    /** Accepts all uncertain words of the field that is written in. */
    public void acceptWords() {
        model.marks.acceptWords();
    }

    /** Plays what was spoken where the caret stands. */
    public void replay() {
        model.spoken().replay();
    }

    /** Shows the image that the measurement at the caret was made on. */
    public void showImage() {
        boolean isShown = model.marks.showImage();
        model.acts().tellLink(isShown);
    }

    /** Puts in the macro whose shortcut stands before the caret; where there is none, asks which one. */
    public void insertMacro() {
        if (!model.macros.take() && !model.macros.names().isEmpty()) {
            ask(Optional.of(new PickPane.Question(
                    words.text("report.macro.title"),
                    model.macros.names().stream().sorted().toList(),
                    name -> model.macros.insert(name))));
        }
    }

    /** Goes to the first thing that stands against a signature and tells how many do. */
    public void check() {
        getScene().getWindow().requestFocus();
        List<SignFinding> open = model.findings().stream()
                .filter(finding -> !model.isConfirmed(finding))
                .toList();
        model.acts().tellChecks(open);
        open.stream()
                .map(SignFinding::fieldId)
                .filter(field -> !field.isEmpty())
                .findFirst()
                .ifPresent(fields::focus);
    }

    /** Selects the next word that no dictionary knows and asks what was meant. */
    public void spell() {
        getScene().getWindow().requestFocus();
        model.acts().tellSpelling(model.spelling().ask(pick::ask));
    }

    /** Who keeps in which form the reader wants dates. */
    public void onDates(Consumer<DateStyle> keeping) {
        dates = keeping;
    }

    /** Asks in which form spoken dates are to be written. */
    public void chooseDates() {
        ask(Optional.of(DateForms.question(words, LocalDate.now(model.clock), chosen -> {
            dates.accept(chosen);
            model.acts().tellDates(DateForms.of(chosen, LocalDate.now(model.clock)));
        })));
    }

    /** Asks which template the report is to be on. */
    public void chooseTemplate() {
        ask(model.templates.question());
    }

    /** Asks which report of a wrong study has the text of this one, and brings it here. */
    public void carry() {
        getScene().getWindow().requestFocus();
        var unused = model.carry.ask(pick::ask);
    }

    /** Says that this report is held, and why; empty when it is not. */
    public void tellHeld(String line) {
        StatusMark.show(held, Tone.CAUTION, line);
        held.setVisible(!line.isEmpty());
        held.setManaged(!line.isEmpty());
    }

    /** Asks which unfinished report to go on with. */
    public void chooseDraft() {
        ask(model.drafts.question());
    }

    private void ask(Optional<PickPane.Question> question) {
        getScene().getWindow().requestFocus();
        question.ifPresent(pick::ask);
    }

    private void go(Optional<WritingPlace> place) {
        place.ifPresent(model.desk().fields()::go);
        getScene().getWindow().requestFocus();
        fields.focusPlace();
    }

    /** Writes under Comparison what was compared, and shows it. */
    public void insertComparison() {
        getScene().getWindow().requestFocus();
        model.insertComparison().ifPresent(fields::focus);
    }

    /** Signs what is on the desk, or asks for the PIN that is missing. */
    public void sign(SignatureMeaning meaning) {
        getScene().getWindow().requestFocus();
        signBar.sign(meaning);
    }

    private Label title() {
        Label title = new Label(words.text("report.title"));
        title.getStyleClass().add("panel-title");
        return title;
    }

    private VBox foot() {
        VBox foot = new VBox(
                measurementBar(),
                new ChecksPane(model, words, fields::focus).root(),
                new DeliveryPane(model, words).root(),
                signBar.root());
        foot.getStyleClass().add("foot");
        foot.setMinHeight(Region.USE_PREF_SIZE); // what stands against a signature is never cut; fields scroll
        foot.visibleProperty().bind(model.reportProperty().map(Optional::isPresent));
        foot.managedProperty().bind(foot.visibleProperty());
        return foot;
    }

    private HBox measurementBar() {
        Button insert = new Button();
        insert.setId("insert-measurement");
        insert.setFocusTraversable(false);
        insert.textProperty()
                .bind(model.measurementProperty()
                        .map(text -> text.isEmpty()
                                ? words.text("report.measurement.none")
                                : words.text("report.measurement.insert", text)));
        insert.disableProperty()
                .bind(model.readOnlyProperty().or(model.measurementProperty().isEmpty()));
        insert.setOnAction(click -> fields.insertMeasurement());
        Label saving = new Label();
        saving.setId("report-saving");
        saving.visibleProperty().bind(saving.textProperty().isNotEmpty());
        model.savingProperty().addListener((value, before, now) -> StatusMark.show(saving, now.tone(), now.text()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(14, insert, gap, saving);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.visibleProperty().bind(model.finalProperty().not());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private void showHead(Optional<OpenReport> report) {
        patient.setText(report.map(ReportView::patientLine).orElse(words.text("report.none")));
        order.setText(report.map(this::orderLine).orElse(""));
    }

    private static String patientLine(OpenReport report) {
        return Formats.personName(report.draft().study().patient().name()) + "  ·  "
                + report.draft().study().order().examination().description();
    }

    private String orderLine(OpenReport report) {
        String number = report.draft().study().order().accessionNumber();
        String accession =
                number.isBlank() ? words.text("report.accession.none") : words.text("report.accession", number);
        return accession + "  ·  "
                + Formats.date(report.draft()
                        .study()
                        .order()
                        .examination()
                        .performedAt()
                        .toLocalDate()) + "  ·  "
                + report.draft().study().facilityName() + "  ·  "
                + report.template().title();
    }

    private void showOthers() {
        others.getChildren()
                .setAll(model.otherDrafts().stream().map(this::otherDraft).toList());
        others.setManaged(!model.otherDrafts().isEmpty());
    }

    private Button otherDraft(ReportDraft draft) {
        Button back = new Button(words.text("report.others", model.drafts.describe(draft)));
        back.getStyleClass().add("other-draft");
        back.setFocusTraversable(false);
        back.setOnAction(click -> model.drafts.takeUp(draft));
        return back;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.acts().asking().get()) {
            model.acts().stopAsking();
        } else if (INSERT.match(event)) {
            fields.insertMeasurement();
        } else if (PRELIMINARY.match(event)) {
            signBar.sign(SignatureMeaning.PRELIMINARY);
        } else if (FINAL.match(event)) {
            signBar.sign(SignatureMeaning.FINAL);
        } else {
            return;
        }
        event.consume();
    }
}
