package org.candela.shell;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.facility.Facility;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.FrameLoader;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySummary;
import org.candela.study.prior.PriorConfirmations;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;

/** A case desk over a real store and one facility, on one thread. */
final class CaseRoom implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final String READER = "Reader One";

    final ReasonGate gate = new ReasonGate();
    final StubClaims claims = new StubClaims();
    final List<Throwable> failures = new ArrayList<>();
    final Database database;
    final ShelfSource north;
    final Worklist worklist;
    final ReadingSession session;
    final CaseDesk desk;
    private List<ReadinessItem> answers = List.of(ReadinessItem.ready("displays", "Displays", "calibrated"));

    CaseRoom(Path folder, FrameLoader loader) throws Exception {
        database = Database.open(folder.resolve("candela.db"), CLOCK);
        AuditLog audit = new AuditLog();
        StudyLibrary library = new StudyLibrary(database, audit, AppPaths.under(folder), CLOCK);
        north = new ShelfSource(folder, library);
        Facility facility = Facility.of(ShelfSource.NORTH, "North", URI.create("http://localhost/north"));
        worklist = new Worklist(Map.of(facility, north), database, audit, CLOCK);
        session = TestSessions.session(loader, Store.of(database, CLOCK), new EditHistory(), new ManualScheduler());
        CaseOpener opener = new CaseOpener(
                new CaseOpener.Services(
                        worklist,
                        Map.of(ShelfSource.NORTH, north),
                        library,
                        new ReadinessBoard(List.of(new Card()), CLOCK),
                        new StudyLayouts(),
                        gate,
                        CasePriors.of(
                                Map.of(ShelfSource.NORTH, north),
                                new PriorConfirmations(database, audit, CLOCK),
                                CLOCK,
                                Runnable::run),
                        claims),
                Runnable::run,
                READER);
        desk = new CaseDesk(opener, session, Runnable::run, failures::add);
    }

    /** Blocks once it is shut, until a reason is given. */
    static final class ReasonGate implements CaseGate {
        private Optional<ReadingBlockedException.Way> shut = Optional.empty();
        final List<String> reasons = new ArrayList<>();

        void shut(ReadingBlockedException.Way way) {
            shut = Optional.of(way);
        }

        @Override
        public void pass(ReadingItem item) throws ReadingBlockedException {
            if (shut.isPresent() && reasons.isEmpty()) {
                throw new ReadingBlockedException(List.of("No licence."), shut.orElseThrow());
            }
        }

        @Override
        public void overrule(ReadingItem item, String reason) throws CandelaException {
            if (shut.filter(way -> way == ReadingBlockedException.Way.MEND).isPresent()) {
                throw new CandelaException("practice.fixed", "no reason overrides this");
            }
            reasons.add(reason);
        }
    }

    /** From now on the displays satisfy the standard of one of two facilities. */
    void blockFor(String facility) {
        answers = Stream.of("north", "south")
                .map(each -> new ReadinessItem(
                        "displays." + each,
                        "Displays",
                        each.equals(facility) ? ReadinessItem.Status.BLOCKED : ReadinessItem.Status.READY,
                        "By the standard of " + each + ".",
                        "",
                        Set.of(each)))
                .toList();
    }

    /** From now on the desk is not ready. */
    void block() {
        answers = List.of(new ReadinessItem(
                "displays", "Displays", ReadinessItem.Status.BLOCKED, "Not calibrated.", "Calibrate them."));
    }

    /** The row of a study on a list that was just brought up to date. */
    ReadingItem row(StudySummary study) throws StoreException {
        worklist.refresh(TODAY.minusYears(2), new Cancellation()).join();
        return item(new ReadingItem.Id(study.facility(), study.uid()));
    }

    ReadingItem item(ReadingItem.Id id) throws StoreException {
        return worklist.find(id).orElseThrow();
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }

    private final class Card implements ReadinessCheck {
        @Override
        public ReadinessItem evaluate() {
            return answers.get(0);
        }

        @Override
        public List<ReadinessItem> answers() {
            return answers;
        }
    }
}
