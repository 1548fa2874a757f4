package org.candela.critical.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.candela.critical.Communication;
import org.candela.critical.Communication.Method;
import org.candela.critical.CriticalCategory;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoop.State;
import org.candela.critical.CriticalPolicy;
import org.candela.critical.Happening.Outcome;
import org.candela.critical.LoopStanding;
import org.candela.critical.ui.CriticalViewModel.Prefill;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** The record of one critical result: whom to call, who was tried, who was told. Binds and decides nothing. FX thread. */
final class CallForm {
    private static final double NAMES = 150;

    private final CriticalViewModel model;
    private final Messages words;
    private final Label head = new Label();
    private final Label timer = StatusMark.of(Tone.NEUTRAL, "");
    private final Label call = new Label();
    private final Label ladder = new Label();
    private final Label tried = new Label();
    private final ComboBox<CriticalCategory> category = box("critical-category", CriticalCategory.values());
    private final TextField finding = field("critical-finding");
    private final TextField identified = field("critical-identified");
    private final ComboBox<Outcome> outcome = box("critical-outcome", Outcome.values());
    private final TextField receiver = field("critical-receiver");
    private final ComboBox<String> role = new ComboBox<>();
    private final ComboBox<Method> method = box("critical-method", Method.values());
    private final TextField received = field("critical-received");
    private final CheckBox readBack = new CheckBox();
    private final TextField notes = field("critical-notes");
    private final Label zone = new Label();
    private final Label problem = StatusMark.of(Tone.BAD, "");
    private final Button open = button("open", "critical-open");
    private final Button noted = button("tried", "critical-tried");
    private final Button close = button("told", "critical-told");
    private final Button silence = button("silence", "critical-silence");
    private final Button withdraw = button("withdraw", "critical-withdraw");
    private final Button reopen = button("reopen", "critical-reopen");
    private final VBox root;
    private Optional<Prefill> shown = Optional.empty();

    CallForm(CriticalViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.root = build();
        model.chosenProperty().addListener((value, before, now) -> show(now));
        model.problemProperty().addListener((value, before, now) -> tell(now));
        tell("");
        show(model.chosenProperty().get());
    }

    VBox root() {
        return root;
    }

    /** The first thing that is to be typed. */
    void focus() {
        Control first = shown.flatMap(Prefill::loop).isEmpty() ? finding : receiver;
        first.requestFocus();
    }

    private VBox build() {
        head.getStyleClass().add("headline");
        head.setWrapText(true);
        call.setId("critical-call");
        call.setWrapText(true);
        call.setStyle("-fx-font-size: 1.25em; -fx-font-weight: bold;");
        timer.setId("critical-timer");
        for (Label line : List.of(ladder, tried)) {
            line.getStyleClass().add("muted");
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
        }
        role.setEditable(true);
        role.setId("critical-role");
        role.setMaxWidth(Double.MAX_VALUE);
        readBack.setId("critical-read-back");
        readBack.setText(words.text("form.read-back"));
        problem.setId("critical-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        close.getStyleClass().add("accent");
        open.setOnAction(event -> done(model.open(typed())));
        noted.setOnAction(event -> done(model.tried(typed())));
        close.setOnAction(event -> done(model.told(typed())));
        silence.setOnAction(event -> done(model.silence()));
        withdraw.setOnAction(event -> done(model.withdraw(notes.getText())));
        reopen.setOnAction(event -> done(model.reopen(notes.getText())));
        FlowPane buttons = new FlowPane(8, 8, close, open, silence, withdraw, reopen);
        buttons.setPadding(new Insets(6, 0, 0, 0));
        VBox box = new VBox(8, head, timer, call, ladder, tried, grid(), problem, buttons);
        box.setId("critical-form");
        return box;
    }

    private static void done(java.util.concurrent.CompletableFuture<Void> work) {
        var unused = work;
    }

    private GridPane grid() {
        GridPane grid = new GridPane(10, 8);
        ColumnConstraints texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(NAMES), texts);
        row(grid, "form.finding", finding);
        row(grid, "form.category", category);
        row(grid, "form.identified", identified);
        HBox attempt = new HBox(8, outcome, noted);
        attempt.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(grid.getRowCount(), new Label(words.text("form.outcome")), attempt);
        row(grid, "form.receiver", receiver);
        row(grid, "form.role", role);
        row(grid, "form.method", method);
        HBox at = new HBox(8, received, zone);
        at.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(grid.getRowCount(), new Label(words.text("form.received")), at);
        grid.addRow(grid.getRowCount(), new Label(), readBack);
        row(grid, "form.notes", notes);
        return grid;
    }

    private void row(GridPane grid, String key, Control control) {
        Label name = new Label(words.text(key));
        name.setLabelFor(control);
        grid.addRow(grid.getRowCount(), name, control);
    }

    /** Times and the next step move on while the form is open. */
    void tick() {
        model.standing().ifPresentOrElse(this::show, () -> {
            timer.setVisible(false);
            timer.setManaged(false);
        });
    }

    private void show(LoopStanding standing) {
        boolean isOpen = standing.loop().state().isOpen();
        timer.setVisible(true);
        timer.setManaged(true);
        StatusMark.show(
                timer,
                isOpen ? CriticalView.tone(standing) : Tone.GOOD,
                isOpen
                        ? model.left(standing)
                        : words.text("form.state." + standing.loop().state()));
        call.setText(isOpen ? model.next(standing) : model.sentence(standing.loop()));
    }

    private void show(Optional<Prefill> now) {
        boolean isOther = !shown.map(Prefill::subject).equals(now.map(Prefill::subject))
                || !shown.flatMap(Prefill::loop)
                        .map(CriticalLoop::id)
                        .equals(now.flatMap(Prefill::loop).map(CriticalLoop::id));
        boolean isJustOpened = shown.flatMap(Prefill::loop).isEmpty()
                && shown.map(Prefill::subject).equals(now.map(Prefill::subject));
        shown = now;
        root.setVisible(now.isPresent());
        root.setManaged(now.isPresent());
        now.ifPresent(prefill -> {
            describe(prefill);
            if (isOther && !isJustOpened) {
                fill(prefill);
            }
            offer(prefill);
        });
        tick();
    }

    private void describe(Prefill prefill) {
        head.setText(Stream.of(
                        Formats.personName(prefill.subject().patientName()),
                        prefill.subject().patientId(),
                        prefill.subject().examination(),
                        prefill.subject().accession(),
                        prefill.subject().facility().value())
                .filter(part -> !part.isBlank())
                .reduce((one, other) -> one + "  ·  " + other)
                .orElse(""));
        CriticalPolicy policy = model.policy(prefill.subject().facility());
        List<CriticalPolicy.Step> steps = policy.ladder(prefill.category());
        call.setText(
                steps.isEmpty()
                        ? words.text("next.none")
                        : words.text("next", steps.get(0).who(), steps.get(0).phone()));
        ladder.setText(steps.stream()
                .map(step -> words.text("ladder.step", step.after().toMinutes(), step.who(), step.phone()))
                .reduce((one, other) -> one + "\n" + other)
                .orElse(""));
        tried.setText(prefill.loop().stream()
                .flatMap(loop -> loop.attempts().stream())
                .map(attempt -> words.text(
                        "tried.line",
                        CallTimes.of(attempt.calledAt(), policy.zone()),
                        attempt.who(),
                        attempt.outcome().words()))
                .reduce((one, other) -> one + "\n" + other)
                .orElse(""));
        for (Label line : List.of(ladder, tried)) {
            line.setManaged(!line.getText().isEmpty());
            line.setVisible(line.isManaged());
        }
    }

    private void fill(Prefill prefill) {
        CriticalPolicy policy = model.policy(prefill.subject().facility());
        finding.setText(prefill.finding());
        category.setValue(prefill.category());
        identified.setText(prefill.loop()
                .map(loop -> CallTimes.of(loop.identifiedAt(), policy.zone()))
                .orElseGet(() -> model.timeOfDay(prefill.subject().facility())));
        outcome.setValue(Outcome.NO_ANSWER);
        role.getItems()
                .setAll(Stream.concat(
                                policy.receivers().stream(),
                                policy.ladder(prefill.category()).stream().map(CriticalPolicy.Step::role))
                        .distinct()
                        .toList());
        Optional<Communication> told = prefill.loop().flatMap(CriticalLoop::communication);
        receiver.setText(told.map(Communication::receiver).orElse(""));
        role.getEditor().setText(told.map(Communication::role).orElse(""));
        method.setValue(told.map(Communication::method).orElse(Method.TELEPHONE));
        received.setText(told.map(one -> CallTimes.of(one.receivedAt(), policy.zone()))
                .orElseGet(() -> model.timeOfDay(prefill.subject().facility())));
        zone.setText(model.zoneWord(prefill.subject().facility()));
        readBack.setSelected(false);
        notes.setText("");
    }

    private void offer(Prefill prefill) {
        boolean isNew = prefill.loop().isEmpty();
        boolean isOpen = prefill.loop().map(loop -> loop.state().isOpen()).orElse(true);
        finding.setDisable(!isNew);
        category.setDisable(!isNew);
        identified.setDisable(!isNew);
        noted.setDisable(!isOpen);
        offer(open, isNew);
        offer(silence, !isNew && isOpen);
        offer(withdraw, !isNew && isOpen);
        offer(reopen, !isNew && !isOpen);
        offer(close, prefill.loop().map(CriticalLoop::state).orElse(State.IDENTIFIED) != State.WITHDRAWN);
        close.setText(words.text(isOpen ? "form.told" : "form.correct"));
    }

    private static void offer(Button button, boolean isOffered) {
        button.setVisible(isOffered);
        button.setManaged(isOffered);
    }

    private void tell(String text) {
        StatusMark.show(problem, Tone.BAD, text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(!text.isEmpty());
    }

    private CallEntry typed() {
        Optional<CriticalPolicy.Step> next = shown.flatMap(prefill -> model.standing()
                .flatMap(LoopStanding::next)
                .or(() -> model.policy(prefill.subject().facility()).ladder(prefill.category()).stream()
                        .findFirst()));
        return new CallEntry(
                category.getValue(),
                finding.getText(),
                identified.getText(),
                next.map(CriticalPolicy.Step::who).orElse(receiver.getText()),
                next.map(CriticalPolicy.Step::phone).orElse(""),
                outcome.getValue(),
                receiver.getText(),
                role.getEditor().getText(),
                method.getValue(),
                received.getText(),
                readBack.isSelected(),
                notes.getText());
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private Button button(String key, String id) {
        Button button = new Button(Messages.of(CallForm.class).text("form." + key));
        button.setId(id);
        return button;
    }

    private static <E extends Enum<E>> ComboBox<E> box(String id, E[] values) {
        ComboBox<E> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(Arrays.asList(values));
        box.getSelectionModel().selectFirst();
        box.setConverter(said(value -> said(value)));
        return box;
    }

    private static String said(Object value) {
        if (value instanceof CriticalCategory category) {
            return category.words();
        }
        if (value instanceof Outcome outcome) {
            return outcome.words();
        }
        return value instanceof Method method
                ? method.words()
                : String.valueOf(value).toLowerCase(Locale.ROOT);
    }

    private static <T> StringConverter<T> said(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }
}
