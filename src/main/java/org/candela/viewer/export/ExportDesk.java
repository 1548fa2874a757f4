package org.candela.viewer.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameFiles;
import org.candela.image.RasterArgb;
import org.candela.study.StudyLibrary;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.export.ExportPlan.Choices;
import org.candela.viewer.picture.CanvasSize;
import org.jspecify.annotations.Nullable;

/**
 * One export on its way: chosen, looked at page by page, confirmed, written. State of its dialog without a toolkit; used by
 * the thread of the {@code ui} executor, waits on {@code io}.
 */
// [impl->req~export.contact-sheet~1]
public final class ExportDesk {
    /** Pictures of one page of the sheet, unless they are looked at one by one. */
    public static final int PAGE = 12;

    private static final CanvasSize SMALL = new CanvasSize(300, 200);
    /** Small letters in large pixels can be read. */
    private static final CanvasSize LARGE = new CanvasSize(1240, 620);

    private final ReadingSession session;
    private final Services services;
    private final Course<Step> course;
    private final Set<Integer> seen = new HashSet<>();
    private final Map<Integer, RasterArgb> pictures = new HashMap<>();
    private List<Exhibit> exhibits = List.of();
    private List<Exhibit> sheet = List.of();
    private Set<PixelRisk> risks = Set.of();
    private @Nullable Request request;
    private MarkStates states = MarkStates.NONE;
    private int page;
    private int perPage = PAGE;
    private int drawing;
    private Exporter.@Nullable Exported exported;
    private Cancellation cancellation = new Cancellation();

    /** Where an export stands. */
    public enum Step {
        CHOOSE,
        /** Files are being looked into. */
        PREPARE,
        /** The reader looks at what would leave. */
        LOOK,
        WRITE,
        DONE
    }

    /**
     * What an export needs from the house.
     *
     * @param labels what stands beside a mark
     */
    public record Services(
            StudyLibrary library,
            FrameFiles files,
            Exporter exporter,
            ExportRecord record,
            MarkLabels labels,
            Clock clock,
            Executor io,
            Executor ui) {}

    /**
     * What the reader chose.
     *
     * @param folder where the new folder goes, as typed
     */
    public record Request(ExportExtent extent, ExportForm form, Choices choices, String folder) {}

    private record Frame(Path file, int index) {}

    private record Prepared(List<Exhibit> exhibits, List<Exhibit> sheet, Set<PixelRisk> risks) {}

    public ExportDesk(ReadingSession session, Services services) {
        this.session = session;
        this.services = services;
        this.course = new Course<>(session, services.ui(), Step.CHOOSE, "stopped; nothing was written");
    }

    /** To be called when the session changes: another case takes the pictures of this one away. */
    public void keepToCase() {
        boolean isLooking = step() == Step.PREPARE || step() == Step.LOOK;
        if (isLooking && !course.isOfOpenCase()) {
            cancel();
        }
    }

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        course.onChange(listener);
    }

    public Step step() {
        return course.step();
    }

    /** Why the last step did not succeed, in one line; empty when it did. */
    public String failure() {
        return course.failure();
    }

    /** What has to be said of the pixels. */
    public Set<PixelRisk> risks() {
        return risks;
    }

    /** Pictures of the sheet: all that leave, frames that leave with their objects too. */
    public int pictureCount() {
        return sheet.size();
    }

    /** First picture of the page, from 0. */
    public int first() {
        return page * perPage;
    }

    public int pageCount() {
        return (sheet.size() + perPage - 1) / perPage;
    }

    /** Whether one picture at a time is looked at, large. */
    public boolean isOneByOne() {
        return perPage == 1;
    }

    /** Whether marks leave too, with the reader's own words beside them. */
    public boolean hasMarks() {
        Request now = request;
        return now != null && now.choices().burn().contains(Burn.MARKS);
    }

    /** Pictures of the page, null where one is still being drawn. */
    public List<Optional<RasterArgb>> pictures() {
        List<Optional<RasterArgb>> shown = new ArrayList<>();
        for (int i = first(); i < Math.min(sheet.size(), first() + perPage); i++) {
            shown.add(Optional.ofNullable(pictures.get(i)));
        }
        return shown;
    }

    /** Whether every page has been on the screen with all its pictures. */
    public boolean isAllSeen() {
        return step() == Step.LOOK && seen.size() == sheet.size();
    }

    /** Whether the pictures may leave now: where their pixels are suspect, only once all were seen. */
    public boolean mayLeave() {
        return step() == Step.LOOK && (risks.isEmpty() || isAllSeen());
    }

    /** Files written, of {@link #total()}. */
    public int done() {
        return course.done();
    }

    public int total() {
        return course.total();
    }

    /** What was written; empty until then. */
    public Optional<Exporter.Exported> exported() {
        return Optional.ofNullable(exported);
    }

    /** Takes the choice and looks into the files. */
    public void prepare(Request chosen) {
        if (step() != Step.CHOOSE) {
            return;
        }
        ExportSelection selection = ExportSelection.of(session, chosen.extent(), chosen.form(), services.labels());
        if (selection.chosen().isEmpty()) {
            course.failed(new ExportException(ExportException.NOTHING, "there is no such image"));
            return;
        }
        request = chosen;
        states = selection.states(services.library(), services.files(), services.clock());
        cancellation = new Cancellation();
        course.become(Step.PREPARE);
        Cancellation own = cancellation;
        var unused = Async.supply(() -> prepared(selection, chosen.form(), own), services.io())
                .whenCompleteAsync((found, problem) -> arrived(own, found, problem), services.ui());
    }

    private Prepared prepared(ExportSelection selection, ExportForm form, Cancellation own) throws CandelaException {
        List<Exhibit> found = selection.found(services.library());
        ExhibitReader reader = new ExhibitReader(services.files());
        Set<PixelRisk> all = EnumSet.noneOf(PixelRisk.class);
        Map<Path, Exhibit> objects = new LinkedHashMap<>();
        found.forEach(exhibit -> objects.putIfAbsent(exhibit.file(), exhibit));
        Map<Frame, FrameMarks> marks = new HashMap<>();
        found.forEach(exhibit -> marks.put(new Frame(exhibit.file(), exhibit.frameIndex()), exhibit.marks()));
        List<Exhibit> bare = new ArrayList<>();
        for (Exhibit object : objects.values()) {
            own.throwIfRequested();
            all.addAll(reader.risks(object));
            for (int i = 0; form == ExportForm.DICOM && i < reader.frameCount(object); i++) {
                FrameMarks here = marks.getOrDefault(new Frame(object.file(), i), FrameMarks.NONE);
                bare.add(new Exhibit(object.file(), i, object.group(), Looks.BARE, here));
            }
        }
        return new Prepared(found, form == ExportForm.DICOM ? bare : found, all);
    }

    private void arrived(Cancellation own, @Nullable Prepared found, @Nullable Throwable problem) {
        if (own.isRequested()) {
            return;
        }
        if (found == null) {
            course.fallBack(Step.CHOOSE, problem);
            return;
        }
        exhibits = found.exhibits();
        sheet = found.sheet();
        risks = found.risks();
        seen.clear();
        pictures.clear();
        page = 0;
        perPage = PAGE;
        course.become(Step.LOOK);
        draw();
    }

    /** Shows the page {@code steps} further, held at both ends. */
    public void turn(int steps) {
        int wanted = Math.max(0, Math.min(pageCount() - 1, page + steps));
        if (step() == Step.LOOK && wanted != page) {
            page = wanted;
            redraw();
        }
    }

    /** Shows the first picture of the page alone and large, or many small ones again. */
    public void changeSize() {
        if (step() == Step.LOOK) {
            int shown = first();
            perPage = isOneByOne() ? PAGE : 1;
            page = shown / perPage;
            redraw();
        }
    }

    private void redraw() {
        pictures.clear();
        course.changed();
        draw();
    }

    private void draw() {
        int begin = first();
        int asked = ++drawing;
        CanvasSize box = isOneByOne() ? LARGE : SMALL;
        Cancellation own = cancellation;
        List<Exhibit> here = sheet.subList(begin, Math.min(sheet.size(), begin + perPage));
        var burn = chosen().choices().burn();
        var unused = CompletableFuture.runAsync(
                        () -> {
                            ExhibitReader reader = new ExhibitReader(services.files());
                            for (int i = 0; i < here.size() && !own.isRequested(); i++) {
                                int index = begin + i;
                                Exhibit exhibit = here.get(i);
                                RasterArgb small = Async.call(() -> reader.small(exhibit, burn, box));
                                services.ui().execute(() -> drawn(own, asked, index, small));
                            }
                        },
                        services.io())
                .exceptionallyAsync(
                        problem -> {
                            course.failed(problem);
                            return null;
                        },
                        services.ui());
    }

    private void drawn(Cancellation own, int asked, int index, RasterArgb small) {
        if (!own.isRequested() && step() == Step.LOOK && asked == drawing) {
            pictures.put(index, small);
            seen.add(index);
            course.changed();
        }
    }

    /** The reader has seen the pictures and lets them leave; it is kept, and they are written. */
    public void confirm() {
        if (!mayLeave()) {
            return;
        }
        Path folder;
        try {
            folder = Path.of(chosen().folder().strip());
        } catch (InvalidPathException e) {
            course.failed(new ExportException(ExportException.DISK, "that is no folder", e));
            return;
        }
        Cancellation own = cancellation;
        course.become(Step.WRITE);
        ExportPlan plan = new ExportPlan(chosen().form(), exhibits, chosen().choices(), states);
        ExportRecord.Confirmation confirmation =
                new ExportRecord.Confirmation(course.subject(), plan.form(), sheet.size(), risks);
        var unused = Async.supply(
                        () -> {
                            services.record().confirmed(confirmation);
                            return services.exporter().write(plan, folder, course::progressed, own);
                        },
                        services.io())
                .whenCompleteAsync(this::written, services.ui());
    }

    private void written(Exporter.@Nullable Exported result, @Nullable Throwable problem) {
        if (result == null) {
            course.fallBack(Step.CHOOSE, problem);
            return;
        }
        exported = result;
        course.become(Step.DONE);
    }

    /** Goes back to the choice; what is being written is stopped and leaves nothing behind. */
    public void cancel() {
        cancellation.cancel();
        if (step() == Step.PREPARE || step() == Step.LOOK) {
            course.become(Step.CHOOSE);
        }
    }

    private Request chosen() {
        Request now = request;
        if (now == null) {
            throw new IllegalStateException("nothing was chosen");
        }
        return now;
    }
}
