package org.candela.displayqa.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.ledger.RunFindings.Judged;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** One run: its result, what was held against which limit, and who measured with what. FX thread. */
final class RunPanel extends VBox {
    private final Messages words;

    RunPanel(Messages words) {
        super(8);
        this.words = words;
        setId("displayqa-run");
    }

    void show(Optional<RunFindings> run) {
        getChildren().clear();
        run.ifPresentOrElse(this::fill, () -> getChildren()
                .addAll(
                        StatusMark.of(Tone.UNKNOWN, words.text("displayqa.run.none")),
                        Captions.muted(words.text("displayqa.run.none.todo"))));
    }

    private void fill(RunFindings run) {
        getChildren()
                .add(Captions.title(words.text(
                        "displayqa.run.title",
                        Long.toString(run.run().sequence()),
                        run.run().kind().title(),
                        Captions.moment(run.run()))));
        if (run.run().isSimulated()) {
            getChildren().add(simulated());
        }
        Optional<String> why = run.run().abortedBecause();
        if (why.isPresent()) {
            getChildren().addAll(result(run), aborted(why.orElseThrow()), meter(run));
            return;
        }
        FlowPane result = new FlowPane(20, 4, result(run));
        kappa(run).ifPresent(result.getChildren()::add);
        getChildren().add(result);
        if (run.isRampReplaced()) {
            getChildren().add(StatusMark.of(Tone.BAD, words.text("displayqa.run.ramp-replaced")));
        }
        getChildren().addAll(verdicts(run), meter(run));
        if (run.judged().stream().anyMatch(judged -> !judged.limit().isVerified())) {
            getChildren().add(Captions.muted(words.text("displayqa.run.unverified")));
        }
    }

    /** Seen before anything else is read. */
    // [impl->req~displayqa.simulated~1]
    private Node simulated() {
        Label mark = StatusMark.of(Tone.CAUTION, words.text("displayqa.run.simulated"));
        mark.getStyleClass().add("simulated-headline");
        mark.setWrapText(true);
        VBox banner = new VBox(2, mark, Captions.muted(words.text("displayqa.run.simulated.why")));
        banner.setId("displayqa-simulated");
        banner.getStyleClass().add("simulated");
        return banner;
    }

    private Label aborted(String why) {
        Label label = Captions.muted(words.text("displayqa.run.aborted", why));
        label.setId("displayqa-aborted");
        return label;
    }

    private Label result(RunFindings run) {
        Label result = StatusMark.of(
                Captions.tone(run.run().overall(), run.run()), run.run().resultText());
        result.setId("displayqa-result");
        result.getStyleClass().add("headline");
        return result;
    }

    private Optional<Label> kappa(RunFindings run) {
        return run.response().map(response -> {
            String after = QuantityText.percent(response.kappaDelta());
            Label kappa = new Label(run.before()
                    .map(before ->
                            words.text("displayqa.run.kappa.both", QuantityText.percent(before.kappaDelta()), after))
                    .orElseGet(() -> words.text("displayqa.run.kappa.one", after)));
            kappa.setId("displayqa-kappa");
            kappa.getStyleClass().add("kappa");
            return kappa;
        });
    }

    private GridPane verdicts(RunFindings run) {
        GridPane grid = new GridPane();
        grid.setId("displayqa-verdicts");
        grid.getStyleClass().add("verdicts");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(width(115), width(75), width(75), width(140), rest);
        String[] heads = {"quantity", "value", "limit", "result", "source"};
        for (int column = 0; column < heads.length; column++) {
            grid.add(Captions.title(words.text("displayqa.verdict.head." + heads[column])), column, 0);
        }
        int row = 1;
        for (Judged judged : run.judged()) {
            grid.addRow(row++, cells(judged, run));
        }
        return grid;
    }

    private Node[] cells(Judged judged, RunFindings run) {
        Quantity quantity = judged.limit().quantity();
        Label value = new Label(
                judged.isMeasured()
                        ? QuantityText.value(quantity, judged.value())
                        : words.text("displayqa.verdict.unmeasured"));
        Label limit = new Label(judged.limit().operator() + " "
                + QuantityText.value(quantity, judged.limit().bound()));
        Label result = StatusMark.of(
                Captions.tone(judged.result(), run.run()), words.text("displayqa.verdict." + judged.result()));
        result.setId("verdict-" + quantity);
        Label source = Captions.muted(judged.limit().clause() + (judged.limit().isVerified() ? "" : " *"));
        source.setTooltip(new Tooltip(judged.limit().source()));
        return new Node[] {new Label(QuantityText.label(quantity)), value, limit, result, source};
    }

    private Label meter(RunFindings run) {
        Label meter = Captions.muted(
                words.text("displayqa.run.meter", run.meter(), run.meterDue(), run.operator(), run.profile()));
        meter.setId("displayqa-meter");
        return meter;
    }

    private static ColumnConstraints width(double points) {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(points);
        return column;
    }
}
