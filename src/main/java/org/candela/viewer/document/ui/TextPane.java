package org.candela.viewer.document.ui;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.candela.dicom.object.structured.ReportLine;
import org.candela.viewer.document.DocumentStep;
import org.candela.viewer.document.Documents;
import org.candela.viewer.document.TextReading;
import org.jspecify.annotations.Nullable;

/** The lines of a structured report; the one the reader is at is marked. FX thread. */
final class TextPane {
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final double INDENT = 22;
    private static final String ARROW = "\u2192";

    private final Documents documents;
    private final ObservableList<ReportLine> rows = FXCollections.observableArrayList();
    private final ListView<ReportLine> list = new ListView<>(rows);
    private @Nullable TextReading shown;
    private String shownWords = "";

    TextPane(Documents documents) {
        this.documents = documents;
        list.setId("document-text");
        list.getStyleClass().add("document-text");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new LineCell());
    }

    Node refreshed(TextReading reading) {
        if (!reading.equals(shown)) {
            shown = reading;
            rows.setAll(reading.lines());
        }
        if (!shownWords.equals(reading.search().words())) {
            shownWords = reading.search().words();
            list.refresh();
        }
        list.getSelectionModel().select(reading.cursor());
        bringIntoSight(reading);
        return list;
    }

    /** Scrolls no further than it must, so that the eye keeps its place. */
    private void bringIntoSight(TextReading reading) {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null
                || flow.getLastVisibleCell() == null) {
            list.scrollTo(reading.cursor());
            return;
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int last = flow.getLastVisibleCell().getIndex();
        int count = Math.max(1, last - first - 1);
        reading.sees(count);
        if (reading.cursor() <= first) {
            list.scrollTo(reading.cursor());
        } else if (reading.cursor() >= last) {
            list.scrollTo(Math.max(0, reading.cursor() - count + 1));
        }
    }

    private final class LineCell extends ListCell<ReportLine> {
        private final Label text = DocumentCover.label("document-line", "document-line");
        private final Label link = DocumentCover.label("document-link", "document-link");
        private final HBox box = new HBox(text, link);

        LineCell() {
            setPrefWidth(0); // as wide as the list, so that long lines wrap
            text.setWrapText(true);
            text.setMaxWidth(Double.MAX_VALUE);
            link.setText(ARROW);
            link.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            setOnMouseClicked(event -> clicked(event.getClickCount()));
        }

        private void clicked(int times) {
            if (getItem() != null && shown != null) {
                shown.moveTo(getIndex());
                if (times > 1) {
                    documents.step(DocumentStep.ENTER);
                } else {
                    documents.changed();
                }
            }
        }

        @Override
        protected void updateItem(ReportLine line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(HIT, !empty && line != null && isHit(line));
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            text.setText(line.text());
            text.getStyleClass().setAll("label", "document-line", styleOf(line.kind()));
            box.setPadding(new Insets(0, 0, 0, INDENT * Math.min(line.depth(), 12)));
            link.setVisible(line.image().isPresent());
            setAccessibleText(line.text());
            setGraphic(box);
        }

        private boolean isHit(ReportLine line) {
            return !shownWords.isEmpty()
                    && line.text().toLowerCase(java.util.Locale.ROOT).contains(shownWords);
        }

        private static String styleOf(ReportLine.Kind kind) {
            return switch (kind) {
                case HEADING -> "document-heading";
                case ITEM -> "document-item";
                case REMARK -> "document-remark";
            };
        }
    }
}
