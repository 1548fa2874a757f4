package org.candela.displayqa.ui;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.base.ScreenId;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.watch.DueRun;
import org.candela.ui.Messages;

/**
 * The display-QA page: displays, actions, the run that is looked at, its charts and all runs before it.
 *
 * <p>Builds nodes, binds, decides nothing. Tab goes through the actions, arrow keys through displays and runs, Esc cancels
 * a run. FX thread.
 */
// [impl->req~displayqa.page~1]
public final class DisplayQaView extends StackPane {
    private static final double CHART_HEIGHT = 310;
    private static final double TIME_HEIGHT = 300;
    private static final double HISTORY_WIDTH = 390;

    private final DisplayQaViewModel model;
    private final Messages words = Messages.of(DisplayQaView.class);
    private final DisplayList displays;
    private final RunPanel run;
    private final RunHistory history;
    private final StackPane response = new StackPane();
    private final EvennessPanel evenness;
    private final ReportPanel report;
    private final TimetablePanel timetable;
    private final TrendPanel trend;
    private Optional<VisualTestWindow> looked = Optional.empty();

    /** The page, with the nine places in space where this machine can draw that. Asks for nothing until it is refreshed. */
    public DisplayQaView(DisplayQaViewModel model) {
        this(model, EvennessPanel.Relief.possible());
    }

    DisplayQaView(DisplayQaViewModel model, EvennessPanel.Relief relief) {
        this.model = model;
        this.displays = new DisplayList(words, this::choose);
        this.run = new RunPanel(words);
        this.history = new RunHistory(words, model::lookAt);
        this.evenness = new EvennessPanel(relief, words);
        this.report = new ReportPanel(model.history(), words);
        this.timetable = new TimetablePanel(words, this::putOff);
        this.trend = new TrendPanel(words);
        getStylesheets().add(String.valueOf(DisplayQaView.class.getResource("displayqa.css")));
        getStyleClass().addAll("panel", "displayqa");
        setId("displayqa");
        getChildren().add(scrolling(page()));
        listen();
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private Region page() {
        run.setMinWidth(0);
        history.setMinWidth(HISTORY_WIDTH);
        history.setPrefSize(HISTORY_WIDTH, 0);
        response.setId("displayqa-response");
        VBox looked = new VBox(12, run, report);
        HBox.setHgrow(looked, Priority.ALWAYS);
        looked.setMinWidth(0);
        HBox results = new HBox(24, looked, history);
        HBox time = new HBox(24, half(timetable), half(trend));
        time.setMinHeight(TIME_HEIGHT);
        HBox charts = new HBox(24, half(response), half(evenness));
        charts.setMinHeight(CHART_HEIGHT);
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox page = new VBox(12, Captions.title(words.text("displayqa.title")), displays);
        model.meters().ifPresent(meters -> page.getChildren().add(meterBar(meters)));
        page.getChildren().addAll(new ActionBar(model, words), rule(), results, rule(), charts, rule(), time);
        page.getStyleClass().add("displayqa-page");
        return page;
    }

    private Region meterBar(MetersViewModel meters) {
        MeterBar bar = new MeterBar(meters, words);
        bar.disableProperty().bind(model.progressProperty().map(RunProgress::isRunning));
        new ReadingWindow(model, meters.readings()).follow(this);
        return bar;
    }

    private static ScrollPane scrolling(Region page) {
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("displayqa-scroll");
        return scroll;
    }

    private static Region half(Region part) {
        HBox.setHgrow(part, Priority.ALWAYS);
        part.setMinWidth(0);
        part.setPrefWidth(0);
        return part;
    }

    private static Node rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private void listen() {
        model.displays().addListener((ListChangeListener<DisplayRow>) change -> {
            showDisplays();
            var unused = model.roomLight().refresh(); // reaches the page by its property
        });
        model.selectedProperty().addListener((value, before, now) -> showDisplays());
        model.resultsProperty().addListener((value, before, now) -> show(now));
        model.patternsWantedProperty()
                .addListener((value, before, now) -> now.ifPresentOrElse(this::showPatterns, this::takePatternsDown));
        model.history().timetableProperty().addListener((value, before, now) -> timetable.show(now));
        model.history().trendsProperty().addListener((value, before, now) -> trend.show(now));
        timetable.show(model.history().timetableProperty().get());
        trend.show(model.history().trendsProperty().get());
        showDisplays();
        show(model.resultsProperty().get());
    }

    private void putOff(DueRun run) {
        var unused = model.history().putOff(run); // the timetable comes by its property
    }

    private void showPatterns(VisualOrder order) {
        VisualAnswers answers = (results, ending) -> {
            var unused = model.patternsSeen(order, results); // what comes of it is told by the model's notice
        };
        looked = VisualTestWindow.over(order, getScene().getWindow(), answers);
        if (looked.isEmpty()) {
            answers.given(List.of(), VisualAnswers.Ending.STOPPED);
        }
    }

    /** As when the run that they belong to was cancelled; after the last answer they are down already. */
    private void takePatternsDown() {
        looked.ifPresent(VisualTestWindow::stop);
        looked = Optional.empty();
    }

    private void choose(ScreenId display) {
        var unused = model.select(display); // the runs come by the model's properties
    }

    private void showDisplays() {
        displays.show(model.displays(), model.selectedProperty().get());
    }

    private void show(DisplayResults results) {
        run.show(results.shown());
        history.show(results);
        report.show(results.shown().map(RunFindings::run));
        showResponse(results.response());
        evenness.show(results.evenness(), aspect());
    }

    private void showResponse(Optional<RunFindings> found) {
        VBox part = new VBox(8, Captions.title(words.text("displayqa.response.title"), found, words));
        Node chart = found.<Node>flatMap(of -> of.response().map(measured -> new ResponseChart(of, measured, words)))
                .orElseGet(() -> Captions.muted(words.text("displayqa.response.none")));
        VBox.setVgrow(chart, Priority.ALWAYS);
        part.getChildren().add(chart);
        response.getChildren().setAll(part);
    }

    private double aspect() {
        return model.displays().stream()
                .filter(row -> model.selectedProperty().get().equals(Optional.of(row.id())))
                .mapToDouble(DisplayRow::aspect)
                .findFirst()
                .orElse(1);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.progressProperty().get().isRunning()) {
            model.cancel();
            event.consume();
        }
    }
}
