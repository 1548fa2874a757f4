package org.candela.viewer.print;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameFiles;
import org.candela.image.RasterArgb;
import org.candela.study.StudyLibrary;
import org.candela.viewer.MeasuringLayer.Drawn;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.export.Course;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.ExhibitReader;
import org.candela.viewer.export.PixelRisk;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.print.SheetPlan.Patient;
import org.jspecify.annotations.Nullable;

/**
 * One print on its way: chosen, made, looked at sheet by sheet, sent. State of its dialog without a toolkit; used by the
 * thread of the {@code ui} executor, waits on {@code io}.
 */
// [impl->req~print.preview~1]
public final class PrintDesk {
    private static final int PREVIEW_HEIGHT = 1100;

    private final ReadingSession session;
    private final Services services;
    private final Course<Step> course;
    private final Set<Integer> seen = new HashSet<>();
    private List<Printer> printers = List.of();
    private boolean hasAskedForPrinters;
    private @Nullable PrintRequest request;
    private @Nullable PrintedSheets sheets;
    private Set<PixelRisk> risks = Set.of();
    private @Nullable RasterArgb shown;
    private int index;
    private String told = "";
    private Cancellation cancellation = new Cancellation();

    /** Where a print stands. */
    public enum Step {
        CHOOSE,
        /** Sheets are being made. */
        MAKE,
        /** The reader looks at them. */
        LOOK,
        SEND,
        DONE
    }

    /**
     * What printing needs from the house.
     *
     * @param words what stands beside a mark
     * @param printers asks the system; blocks
     */
    public record Services(
            StudyLibrary library,
            FrameFiles files,
            SheetBinder binder,
            PrintRecord record,
            Function<Drawn, List<String>> words,
            Supplier<List<Printer>> printers,
            Executor io,
            Executor ui) {}

    private record Made(PrintedSheets sheets, Set<PixelRisk> risks) {}

    public PrintDesk(ReadingSession session, Services services) {
        this.session = session;
        this.services = services;
        this.course = new Course<>(session, services.ui(), Step.CHOOSE, "stopped");
    }

    /** Asks the system for printers; listeners hear when they are known. */
    public void begin() {
        var unused = Async.supply(() -> services.printers().get(), services.io())
                .whenCompleteAsync(
                        (found, problem) -> {
                            hasAskedForPrinters = true;
                            printers = found == null ? List.of() : found;
                            course.changed();
                        },
                        services.ui());
    }

    /** To be called when the session changes: another case takes the sheets of this one away. */
    public void keepToCase() {
        boolean isLooking = step() == Step.MAKE || step() == Step.LOOK;
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

    /** Those that the system knows; none before it has answered. */
    public List<Printer> printers() {
        return printers;
    }

    /** Whether the system has answered. */
    public boolean knowsPrinters() {
        return hasAskedForPrinters;
    }

    /** Why the last step did not succeed, in one line; empty when it did. */
    public String failure() {
        return course.failure();
    }

    /** Where the sheets went; empty until then. */
    public String told() {
        return told;
    }

    /** Why pixels may tell whose they are; told where the patient is left out. */
    public Set<PixelRisk> risks() {
        return chosenPatient() == Patient.WITHOUT ? risks : Set.of();
    }

    public int sheetCount() {
        return sheets == null ? 0 : sheets.count();
    }

    /** Sheet on the screen, from 0. */
    public int index() {
        return index;
    }

    /** The sheet on the screen; empty while it is drawn. */
    public Optional<RasterArgb> shown() {
        return Optional.ofNullable(shown);
    }

    /** Whether every sheet has been on the screen. */
    public boolean isAllSeen() {
        return step() == Step.LOOK && seen.size() == sheetCount();
    }

    /** Whether the sheets may leave now: without the patient and with suspect pixels only once all were seen. */
    public boolean mayLeave() {
        return step() == Step.LOOK && shown != null && (risks().isEmpty() || isAllSeen());
    }

    /** Sheets made or sent, of {@link #total()}. */
    public int done() {
        return course.done();
    }

    public int total() {
        return course.total();
    }

    /** Takes the choice and makes the sheets. */
    public void make(PrintRequest chosen) {
        if (step() != Step.CHOOSE) {
            return;
        }
        PrintSelection selection = PrintSelection.of(session, chosen.extent(), services.words());
        if (selection.chosen().isEmpty()) {
            course.failed(new PrintException(PrintException.NOTHING, "there is no such image; choose others"));
            return;
        }
        request = chosen;
        cancellation = new Cancellation();
        Cancellation own = cancellation;
        course.count(0, 0);
        course.become(Step.MAKE);
        var unused = Async.supply(() -> made(selection, chosen, own), services.io())
                .whenCompleteAsync((made, problem) -> arrived(own, made, problem), services.ui());
    }

    private Made made(PrintSelection selection, PrintRequest chosen, Cancellation own) throws CandelaException {
        List<Exhibit> exhibits = selection.found(services.library());
        ExhibitReader reader = new ExhibitReader(services.files());
        Set<PixelRisk> all = EnumSet.noneOf(PixelRisk.class);
        for (Exhibit exhibit : exhibits) {
            own.throwIfRequested();
            all.addAll(reader.risks(exhibit));
        }
        PrintRequest.Form form = chosen.form();
        Grid grid = chosen.grid().stream().findFirst().orElse(selection.grid());
        SheetLayout layout = new SheetLayout(form.paper(), form.lie(), grid, form.scale(), form.ground());
        SheetPlan plan = new SheetPlan(exhibits, layout, chosen.patient(), chosen.burn());
        return new Made(services.binder().bind(plan, course::progressed, own), all);
    }

    private void arrived(Cancellation own, @Nullable Made made, @Nullable Throwable problem) {
        if (own.isRequested()) {
            if (made != null) {
                drop(made.sheets());
            }
            return;
        }
        if (made == null) {
            course.fallBack(Step.CHOOSE, problem);
            return;
        }
        sheets = made.sheets();
        risks = made.risks();
        seen.clear();
        index = 0;
        shown = null;
        course.become(Step.LOOK);
        draw();
    }

    /** Shows the sheet {@code steps} further, held at both ends. */
    public void turn(int steps) {
        int wanted = Math.max(0, Math.min(sheetCount() - 1, index + steps));
        if (step() == Step.LOOK && wanted != index) {
            index = wanted;
            shown = null;
            course.changed();
            draw();
        }
    }

    private void draw() {
        PrintedSheets now = sheets;
        if (now == null) {
            return;
        }
        int wanted = index;
        Cancellation own = cancellation;
        var unused = Async.supply(() -> drawn(now, wanted, own), services.io())
                .whenCompleteAsync(
                        (raster, problem) -> {
                            if (raster != null && !own.isRequested() && wanted == index && step() == Step.LOOK) {
                                shown = raster;
                                seen.add(wanted);
                                course.changed();
                            } else if (problem != null && !own.isRequested()) {
                                course.failed(problem);
                            }
                        },
                        services.ui());
    }

    private static RasterArgb drawn(PrintedSheets sheets, int index, Cancellation own) throws CandelaException {
        synchronized (sheets) { // a page drawn while another is would share the reader of the file
            own.throwIfRequested();
            return sheets.sheet(index, PREVIEW_HEIGHT);
        }
    }

    /** The reader has seen the sheets and lets them leave; it is kept, and they are sent or written. */
    public void confirm() {
        PrintedSheets now = sheets;
        PrintRequest chosen = request;
        if (!mayLeave() || now == null || chosen == null) {
            return;
        }
        Cancellation own = cancellation;
        course.count(0, 0);
        course.become(Step.SEND);
        boolean isFile = chosen.printer().isEmpty();
        List<Printer> known = printers;
        PrintRecord.Confirmation confirmation = new PrintRecord.Confirmation(
                course.subject(), isFile ? "file" : "printer", now.count(), chosen.patient(), risks);
        var unused = Async.supply(
                        () -> {
                            services.record().confirmed(confirmation);
                            return Outlet.of(chosen, known).take(now, course::progressed, own);
                        },
                        services.io())
                .whenCompleteAsync((where, problem) -> left(now, where, problem), services.ui());
    }

    private void left(PrintedSheets now, @Nullable String where, @Nullable Throwable problem) {
        if (where == null) {
            drop(now);
            sheets = null;
            course.fallBack(Step.CHOOSE, problem);
            return;
        }
        told = where;
        course.count(course.done(), now.count());
        drop(now);
        sheets = null;
        course.become(Step.DONE);
    }

    /** Goes back to the choice; what is being made or sent is stopped, sheets that are ready are gone. */
    public void cancel() {
        cancellation.cancel();
        if (step() == Step.MAKE || step() == Step.LOOK) {
            PrintedSheets now = sheets;
            sheets = null;
            shown = null;
            if (now != null) {
                drop(now);
            }
            course.become(Step.CHOOSE);
        }
    }

    private void drop(PrintedSheets gone) {
        var unused = Async.run(
                () -> {
                    synchronized (gone) {
                        try {
                            gone.close();
                        } catch (IOException e) {
                            throw new PrintException(
                                    PrintException.DISK, "sheets are left in the folder for temporary files", e);
                        }
                    }
                },
                services.io());
    }

    private Patient chosenPatient() {
        return request == null ? Patient.NAMED : request.patient();
    }
}
