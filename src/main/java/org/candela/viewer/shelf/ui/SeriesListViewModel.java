package org.candela.viewer.shelf.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;
import org.candela.viewer.stack.Thumbnail;
import org.candela.viewer.stack.Thumbnails;

/** The stacks of the open study, then those of its priors, newest first. FX thread only; needs no toolkit. */
// [impl->req~viewer.series-list~1]
public final class SeriesListViewModel {
    private final ReadingSession session;
    private final Thumbnails thumbnails;
    private final Messages words = Messages.of(SeriesListViewModel.class);
    private final ObservableList<SeriesRow> rows = FXCollections.observableArrayList();
    private List<ImageStack> listed = List.of();
    private Set<ImageStack> hanging = Set.of();

    private SeriesListViewModel(ReadingSession session, Thumbnails thumbnails) {
        this.session = session;
        this.thumbnails = thumbnails;
    }

    /** A list that follows what is open in {@code session} from now on; {@code thumbnails} are its own. */
    public static SeriesListViewModel of(ReadingSession session, Thumbnails thumbnails) {
        SeriesListViewModel list = new SeriesListViewModel(session, thumbnails);
        session.onChange(list::follow);
        session.onViewport(viewport -> viewport.onChange(list::followHanging));
        thumbnails.onChange(list::refresh);
        list.follow();
        return list;
    }

    /** One row a stack. */
    public ObservableList<SeriesRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** Hangs the stack at the place that keys act on; undo brings back what hung there. */
    public void hang(SeriesRow row) {
        session.hang(row.thumbnail().stack());
    }

    private void follow() {
        List<ImageStack> now = Stream.concat(session.study().stream(), session.priors().stream())
                .map(ReadingStudy::stacks)
                .flatMap(List::stream)
                .toList();
        if (!now.equals(listed)) {
            listed = now;
            thumbnails.show(now);
        }
        followHanging();
    }

    /** Called with every step through a stack: what hangs has seldom changed then. */
    private void followHanging() {
        Set<ImageStack> now = session.lightbox().hanging().hung().values().stream()
                .map(Hung::stack)
                .collect(Collectors.toSet());
        if (!now.equals(hanging)) {
            hanging = now;
            refresh();
        }
    }

    private void refresh() {
        List<SeriesRow> now = thumbnails.all().stream().map(this::row).toList();
        if (now.size() != rows.size()) {
            rows.setAll(now);
            return;
        }
        // Row by row, so that a picture which arrives does not take the reader's choice away.
        for (int index = 0; index < now.size(); index++) {
            if (!now.get(index).equals(rows.get(index))) {
                rows.set(index, now.get(index));
            }
        }
    }

    private SeriesRow row(Thumbnail thumbnail) {
        ImageStack stack = thumbnail.stack();
        String title = stack.title().isBlank() ? words.text("shelf.untitled") : stack.title();
        int images = stack.frames().size();
        return new SeriesRow(
                thumbnail,
                stack.modality() + "  " + title,
                images == 1 ? words.text("shelf.image") : words.text("shelf.images", String.valueOf(images)),
                when(stack.study()),
                state(thumbnail),
                hanging.contains(stack));
    }

    private String when(StudyBanner banner) {
        boolean isOpen = session.study()
                .filter(study -> study.banner().studyUid().equals(banner.studyUid()))
                .isPresent();
        return isOpen
                ? words.text("shelf.now")
                : words.text(
                        "shelf.prior", banner.studyDate().map(Formats::date).orElse(words.text("shelf.undated")));
    }

    private String state(Thumbnail thumbnail) {
        return switch (thumbnail.state()) {
            case COMPLETE -> "";
            case FAILED -> words.text("shelf.failed");
            case CANCELLED -> words.text("shelf.cancelled");
            case LOADING ->
                thumbnail.total() > 0
                        ? words.text(
                                "shelf.arriving", String.valueOf(thumbnail.here()), String.valueOf(thumbnail.total()))
                        : words.text("shelf.loading");
        };
    }
}
