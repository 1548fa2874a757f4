package org.candela.viewer.shelf.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.RegionJump;
import org.candela.viewer.Regions;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;

/** The regions that came beside the images of the open case, in the order of their files. FX thread only; needs no toolkit. */
// [impl->req~viewer.region-list~1]
public final class RegionListViewModel {
    private static final double MM3_A_ML = 1000;

    private final ReadingSession session;
    private final RegionJump jump;
    private final Messages words = Messages.of(RegionListViewModel.class);
    private final ObservableList<RegionRow> rows = FXCollections.observableArrayList();

    private RegionListViewModel(ReadingSession session) {
        this.session = session;
        this.jump = new RegionJump(session);
    }

    /** A list that follows the regions of {@code session} from now on. */
    public static RegionListViewModel of(ReadingSession session) {
        RegionListViewModel list = new RegionListViewModel(session);
        session.onChange(list::refresh);
        list.refresh();
        return list;
    }

    /** One row a region. */
    public ObservableList<RegionRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** Shows the slice where most of a region lies. */
    public void goTo(RegionRow row) {
        jump.to(row.region());
    }

    /** Shows a region, or hides it. */
    public void toggle(RegionRow row) {
        regions().toggle(row.region());
    }

    /** Shows a region alone, or all again. */
    public void alone(RegionRow row) {
        regions().alone(row.region());
    }

    /** What the list is, for a reader who hears it. */
    String title() {
        return words.text("shelf.regions.title");
    }

    private Regions regions() {
        return session.beside().regions();
    }

    private void refresh() {
        List<RegionRow> now = regions().names().stream().map(this::row).toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    private RegionRow row(RegionName region) {
        boolean isSeen = regions().isSeen(region);
        boolean isAlone = regions().alone().filter(region::equals).isPresent();
        String state = isAlone && isSeen ? "shelf.region.alone" : isSeen ? "shelf.region.seen" : "shelf.region.hidden";
        return new RegionRow(region, size(regions().reach(region)), isSeen, words.text(state));
    }

    private String size(RegionReach reach) {
        String volume = reach.volumeMm3().isPresent()
                ? words.text(
                        "shelf.region.volume", Formats.number(reach.volumeMm3().getAsDouble() / MM3_A_ML, 2))
                : "";
        String place = reach.largest().isPresent() ? "" : words.text("shelf.region.nowhere");
        return String.join(
                "  \u00b7  ",
                Stream.of(volume, place).filter(part -> !part.isEmpty()).toList());
    }
}
