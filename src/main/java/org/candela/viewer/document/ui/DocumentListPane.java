package org.candela.viewer.document.ui;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.candela.viewer.document.CaseDocument;
import org.candela.viewer.document.Documents;

/** The list of documents: what, when, who, verified or not, of which study. FX thread. */
final class DocumentListPane {
    private final Documents documents;
    private final DocumentWords words;
    private final ObservableList<CaseDocument> rows = FXCollections.observableArrayList();
    private final ListView<CaseDocument> list = new ListView<>(rows);

    DocumentListPane(Documents documents, DocumentWords words) {
        this.documents = documents;
        this.words = words;
        list.setId("document-list");
        list.getStyleClass().add("document-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new DocumentCell());
    }

    Node refreshed() {
        if (!rows.equals(documents.found().documents())) {
            rows.setAll(documents.found().documents());
        }
        list.getSelectionModel().select(documents.cursor());
        list.scrollTo(Math.max(0, documents.cursor() - 3));
        return list;
    }

    private final class DocumentCell extends ListCell<CaseDocument> {
        private final Label title = DocumentCover.label("document-row-title", "document-row-title");
        private final Label facts = DocumentCover.label("document-row-facts", "document-fact");
        private final Label origin = DocumentCover.label("document-row-origin", "document-fact");
        private final VBox box = new VBox(title, facts, origin);

        DocumentCell() {
            setPrefWidth(0); // as wide as the list, so that long lines wrap
            title.setWrapText(true);
            setOnMouseClicked(event -> {
                if (getItem() != null) {
                    documents.read(getIndex());
                }
            });
        }

        @Override
        protected void updateItem(CaseDocument document, boolean empty) {
            super.updateItem(document, empty);
            if (empty || document == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            title.setText(document.title());
            facts.setText(DocumentWords.joined(words.kind(document), words.facts(document)));
            origin.setText(words.origin(document));
            setAccessibleText(title.getText() + ", " + facts.getText() + ", " + origin.getText());
            setGraphic(box);
        }
    }
}
