package org.candela.viewer.document.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.candela.viewer.document.Documents;

/** Where words to look for are typed: Enter finds them, Enter again the next, Esc goes back to the document. FX thread. */
final class SearchField {
    private final Documents documents;
    private final Label asked = DocumentCover.label("document-asked", "document-fact");
    private final TextField field = new TextField();
    private final HBox box = new HBox(asked, field);

    SearchField(Documents documents, DocumentWords words) {
        this.documents = documents;
        asked.setText(words.text("document.find"));
    }

    HBox built() {
        box.getStyleClass().add("document-search");
        box.setAlignment(Pos.BASELINE_LEFT);
        field.setId("document-search");
        field.setPrefColumnCount(24);
        field.accessibleTextProperty().bind(asked.textProperty());
        // Letters belong to the words and not to the tools that have them as keys.
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        return box;
    }

    void refresh() {
        boolean isAsking = documents.isSearching();
        boolean begins = isAsking && !box.isVisible();
        box.setVisible(isAsking);
        box.setManaged(isAsking);
        if (begins) {
            field.requestFocus();
            field.selectAll();
        }
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            find(event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            documents.endSearch();
            box.getParent().requestFocus();
        }
    }

    private void find(int step) {
        String words = field.getText().strip();
        boolean isSame = documents
                .reading()
                .filter(open -> open.search().words().equalsIgnoreCase(words))
                .isPresent();
        if (isSame) {
            documents.findNext(step);
        } else {
            documents.find(words);
        }
    }
}
