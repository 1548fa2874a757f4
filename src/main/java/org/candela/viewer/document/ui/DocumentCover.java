package org.candela.viewer.document.ui;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candela.viewer.document.CaseDocument;
import org.candela.viewer.document.CurveReading;
import org.candela.viewer.document.Documents;
import org.candela.viewer.document.Documents.State;
import org.candela.viewer.document.PageReading;
import org.candela.viewer.document.Reading;
import org.candela.viewer.document.TextReading;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.ScreenPitch;

/** The documents over one place; not there while they lie elsewhere or nowhere. FX thread. */
// [impl->req~document.over-one-place~1]
public final class DocumentCover extends BorderPane {
    private final Documents documents;
    private final Place place;
    private final DocumentWords words;
    private final Label identity = label("document-identity", "document-identity");
    private final Label origin = label("document-origin", "document-fact");
    private final Label title = label("document-title", "document-title");
    private final Label facts = label("document-facts", "document-fact");
    private final Label number = label("document-number", "document-fact");
    private final Label foot = label("document-foot", "document-foot");
    private final Label keys = label("document-keys", "document-keys");
    private final Label notice = label("document-notice", "document-notice");
    private final SearchField search;
    private final DocumentListPane list;
    private final TextPane text;
    private final PagePane pages;
    private final CurvePane curves;
    private final Desk desk;

    private DocumentCover(Documents documents, Place place, Desk desk) {
        this.documents = documents;
        this.place = place;
        this.desk = desk;
        this.pages = new PagePane(documents, desk.ui());
        this.words = new DocumentWords(documents);
        this.search = new SearchField(documents, words);
        this.list = new DocumentListPane(documents, words);
        this.text = new TextPane(documents);
        this.curves = new CurvePane(documents, words, desk.ui());
    }

    /**
     * Where documents are shown.
     *
     * @param pitch distance of the pixels of the monitor, where it is known
     * @param ui the way back onto the FX thread
     */
    public record Desk(Supplier<Optional<ScreenPitch>> pitch, Executor ui) {}

    /** A cover of {@code place} that follows {@code documents} from now on. */
    public static DocumentCover of(Documents documents, Place place, Desk desk) {
        return new DocumentCover(documents, place, desk).built();
    }

    /** Whether what is on the screen is the newest state. */
    public boolean isUpToDate() {
        Reading reading = documents.reading().orElse(null);
        boolean isPage = reading instanceof PageReading;
        boolean isCurve = reading instanceof CurveReading;
        return !isVisible() || (!isPage && !isCurve) || (isPage ? pages.isUpToDate() : curves.isUpToDate());
    }

    private DocumentCover built() {
        getStylesheets().add(String.valueOf(DocumentCover.class.getResource("document.css")));
        setId("documents");
        getStyleClass().add("documents");
        addEventHandler(MouseEvent.ANY, event -> event.consume()); // the image below must not be dragged
        documents.onChange(this::refresh);
        sceneProperty().addListener(scene -> refresh());
        refresh();
        return this;
    }

    /** Only where documents are ever read: a grid of nine must not wait for words that nobody asked for. */
    private void furnish() {
        HBox first = row(identity, origin);
        HBox second = row(title, number);
        VBox head = new VBox(first, second, facts);
        head.getStyleClass().add("document-head");
        VBox bottom = new VBox(search.built(), foot, keys);
        bottom.getStyleClass().add("document-bottom");
        title.setWrapText(true);
        setTop(head);
        setBottom(bottom);
    }

    private static HBox row(Label left, Label right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(left, gap, right);
        row.getStyleClass().add("document-row");
        row.setAlignment(Pos.BASELINE_LEFT);
        left.setMinWidth(0);
        return row;
    }

    private void refresh() {
        // A place has a view for every monitor it ever stood on; only the one that is seen asks for pages.
        boolean isHere = getScene() != null
                && documents.state() != State.CLOSED
                && documents.place().filter(place::equals).isPresent();
        setVisible(isHere);
        if (!isHere) {
            setCenter(null);
            return;
        }
        if (getTop() == null) {
            furnish();
        }
        Optional<CaseDocument> current = documents.current();
        identity.setText(current.map(words::identity).orElse(""));
        boolean isList = documents.state() == State.LIST;
        origin.setText(isList ? "" : current.map(words::origin).orElse(""));
        title.setText(
                isList ? words.listTitle() : current.map(CaseDocument::title).orElse(""));
        facts.setText(isList ? "" : current.map(words::facts).orElse(""));
        number.setText(isList ? "" : words.number());
        foot.setText(words.foot(documents.reading()));
        keys.setText(words.text(isList ? "document.keys.list" : "document.keys." + kind()));
        search.refresh();
        setCenter(body());
    }

    private String kind() {
        return documents.current().map(document -> document.kind().name()).orElse("");
    }

    private Node body() {
        if (documents.state() == State.LIST) {
            return list.refreshed();
        }
        Optional<Reading> reading = documents.reading();
        if (reading.isPresent() && reading.orElseThrow() instanceof TextReading lines) {
            return text.refreshed(lines);
        }
        if (reading.isPresent() && reading.orElseThrow() instanceof PageReading open) {
            Node page = pages.refreshed(open, desk.pitch().get());
            foot.setText(DocumentWords.joined(
                    foot.getText(), words.page(open, desk.pitch().get(), pages.hasFailed())));
            return page;
        }
        if (reading.isPresent() && reading.orElseThrow() instanceof CurveReading open) {
            Node sheet = curves.refreshed(open, desk.pitch().get());
            foot.setText(DocumentWords.joined(
                    foot.getText(), words.curve(open, desk.pitch().get(), curves.hasFailed())));
            return sheet;
        }
        notice.setText(
                documents.state() == State.OPENING
                        ? words.text("document.opening")
                        : words.failure(documents.failure()));
        return notice;
    }

    static Label label(String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
