package org.candela.viewer.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.measure.Reading;
import org.candela.ui.Messages;
import org.candela.viewer.MarkJump;
import org.candela.viewer.MarkJump.Spot;
import org.candela.viewer.MeasuringLayer.Drawn;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.mark.Mark;

/**
 * The marks of the open study and its priors, in the order they were drawn. A value is that of the image on the screen where
 * it is there, else the one last measured. FX thread only; needs no toolkit.
 */
// [impl->req~viewer.mark-list~1]
public final class MarkListViewModel {
    private final ReadingSession session;
    private final MarkJump jump;
    private final Messages words = Messages.of(MarkListViewModel.class);
    private final MarkWords markWords = new MarkWords(words);
    private final ObservableList<MarkRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<MarkRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());

    private MarkListViewModel(ReadingSession session) {
        this.session = session;
        this.jump = new MarkJump(session);
    }

    /** A list that follows the marks of {@code session} from now on. */
    public static MarkListViewModel of(ReadingSession session) {
        MarkListViewModel list = new MarkListViewModel(session);
        session.marks().onChange(list::refresh);
        session.onChange(list::refresh);
        list.refresh();
        return list;
    }

    /** One row a mark. */
    public ObservableList<MarkRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** The row of the selected mark. */
    public ReadOnlyObjectProperty<Optional<MarkRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Shows the image of a mark and selects it there. */
    public void goTo(MarkRow row) {
        jump.to(row.mark());
    }

    /** Takes a mark off the images; undo brings it back. */
    public void remove(MarkRow row) {
        session.marks().remove(row.mark());
    }

    /** What the list is, for a reader who hears it. */
    public String title() {
        return words.text("viewer.marks.title");
    }

    /** What stands in place of the list while there is no mark. */
    public String emptyText() {
        return words.text("viewer.marks.empty");
    }

    private void refresh() {
        List<MarkRow> now = session.marks().all().stream().map(this::row).toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        selected.set(session.marks().selected().flatMap(mark -> rows.stream()
                .filter(row -> row.mark().id().equals(mark.id()))
                .findFirst()));
    }

    private MarkRow row(Mark mark) {
        String kind = words.text("viewer.kind." + mark.kind());
        return new MarkRow(
                mark,
                kind,
                markWords.line(reading(mark)),
                jump.spot(mark).map(this::place).orElse(""));
    }

    private Reading reading(Mark mark) {
        return session.lightbox().places().stream()
                .flatMap(place -> session.viewport(place).measuring().onScreen().stream())
                .filter(drawn ->
                        drawn.isOwn() && drawn.mark().filter(mark::equals).isPresent())
                .map(Drawn::reading)
                .findFirst()
                .orElse(mark.reading());
    }

    private String place(Spot spot) {
        boolean isPrior =
                session.priors().stream().anyMatch(prior -> prior.stacks().contains(spot.stack()));
        String image = String.valueOf(spot.index() + 1);
        return words.text(
                isPrior ? "viewer.marks.place.prior" : "viewer.marks.place",
                spot.stack().title(),
                image);
    }
}
