package org.candela.report.ui;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;

/** Where each signed version is: in words, with the shape and colour of its alarm. FX thread. */
final class DeliveryPane {
    private final ReportViewModel model;
    private final Messages words;
    private final VBox root = new VBox(4);

    DeliveryPane(ReportViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("report-delivery");
        model.deliveries().addListener((ListChangeListener<DeliveryRow>) change -> fill());
        fill();
    }

    Node root() {
        return root;
    }

    private void fill() {
        Label title = new Label(words.text("report.delivery.title"));
        title.getStyleClass().add("panel-title");
        root.getChildren().setAll(title);
        if (model.deliveries().isEmpty()) {
            Label none = new Label(words.text("report.delivery.none"));
            none.getStyleClass().add("muted");
            root.getChildren().add(none);
        }
        model.deliveries().forEach(row -> root.getChildren().add(entry(row)));
    }

    private VBox entry(DeliveryRow row) {
        Label mark = StatusMark.of(row.tone(), row.text());
        mark.setId(id("delivery-", row));
        mark.setWrapText(true);
        mark.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(mark, Priority.ALWAYS);
        HBox line = new HBox(10, mark);
        if (row.mayRetry()) {
            Button retry = new Button(words.text("report.delivery.retry"));
            retry.setId(id("delivery-retry-", row));
            retry.setOnAction(click -> retry(row.version()));
            line.getChildren().add(retry);
        }
        VBox entry = new VBox(line);
        if (!row.detail().isEmpty()) {
            Label detail = new Label(row.detail());
            detail.getStyleClass().add("detail");
            detail.setWrapText(true);
            entry.getChildren().add(detail);
        }
        return entry;
    }

    /** The first channel of a version has the version's id alone. */
    private String id(String prefix, DeliveryRow row) {
        boolean isFirst = model.deliveries().stream()
                .filter(other -> other.version() == row.version())
                .findFirst()
                .filter(row::equals)
                .isPresent();
        return prefix + row.version() + (isFirst ? "" : "-" + row.channel());
    }

    /** The row changes by itself; a failure becomes the notice. */
    private void retry(int version) {
        var unused = model.retryDelivery(version);
    }
}
