package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.stage.Window;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.critical.CriticalCategory;
import org.candela.critical.CriticalLoop;
import org.candela.critical.CriticalLoops;
import org.candela.critical.CriticalPolicy.NamedFinding;
import org.candela.critical.CriticalSubject;
import org.candela.critical.CriticalTerms;
import org.candela.critical.paper.EvidencePaper;
import org.candela.critical.ui.CriticalView;
import org.candela.critical.ui.CriticalViewModel;
import org.candela.displayqa.report.SigningKeys;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.report.OpenReport;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.CaseDesk;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.shell.OpenedCase;
import org.candela.study.StudyIdentity;
import org.candela.ui.Dialogs;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Critical results in the room: opened from the case and its report, told to the report, heard when they are late, in the way
 * of the end of a shift. FX thread; works aside.
 */
// [impl->req~critical.room~1]
final class CriticalRoom {
    static final Map<String, String> KEYS = Map.of("critical.record", "Ctrl+F11", "critical.list", "Shift+F11");

    private static final Logger LOG = LoggerFactory.getLogger(CriticalRoom.class);

    private final House house;
    private final Executors executors;
    private final CriticalLoops loops;
    private final CriticalViewModel model;
    private final String reader;
    private final Messages words = Messages.of(CriticalRoom.class);
    /** From the contact card, so that nobody waits for the disk while a call is due. */
    private final Map<FacilityId, String> contacts = new ConcurrentHashMap<>();

    CriticalRoom(House house, Reporting reporting, Executors executors) {
        this.house = house;
        this.executors = executors;
        this.loops = reporting.critical();
        this.reader = reporting.signer().id();
        this.model = new CriticalViewModel(
                loops,
                new CriticalViewModel.Threads(executors.io(), new UiExecutor()),
                new CriticalViewModel.Seat(
                        reader,
                        reporting.signer().printedName(),
                        reporting.criticalTime(),
                        facility -> contacts.getOrDefault(facility, "")));
        executors.io().execute(this::readContacts);
    }

    /** State behind it. */
    CriticalViewModel model() {
        return model;
    }

    private void readContacts() {
        try {
            for (Facility facility : house.reached().sources().keySet()) {
                new CriticalContacts(house.base())
                        .phone(facility)
                        .ifPresent(phone -> contacts.put(facility.id(), phone));
            }
        } catch (CandelaException e) {
            LOG.warn("the contact card cannot be read; ladders alone say whom to call [{}]", e.code());
        }
    }

    /** What the room tells of the case and its report. */
    record Beside(CaseDesk cases, ReportViewModel report) {}

    /** The list with critical results over it, and their commands. */
    Node over(Node worklist, CommandBus bus, Beside beside) {
        CriticalView view = CriticalView.over(worklist, model);
        StatChime chime = new StatChime();
        model.onAlarm(() -> executors.io().execute(chime));
        model.onClosed(closed -> write(closed, beside.report()));
        beside.report().onCritical(() -> bus.run("critical.record")); // by voice
        bus.register(Command.titled(words, "critical.record", () -> {
            bus.run("work.reading");
            record(view, beside);
        }));
        bus.register(Command.titled(words, "critical.list", () -> {
            bus.run("work.reading");
            view.toggle();
        }));
        bus.register(Command.titled(words, "critical.sentences", () -> writeAll(beside)));
        return view;
    }

    private void record(CriticalView view, Beside beside) {
        Optional<OpenedCase> open = beside.cases().currentProperty().get();
        if (open.isEmpty()) {
            view.toggle(); // there is no study that a new one could be about
            return;
        }
        CriticalSubject subject = subject(open.orElseThrow());
        Optional<CriticalLoop> begun = loops.about(subject.facility(), subject.study()).stream()
                .filter(loop -> loop.state().isOpen())
                .findFirst();
        if (begun.isPresent()) {
            model.choose(begun.orElseThrow());
        } else {
            Optional<NamedFinding> named = named(subject, beside.report());
            model.begin(
                    subject,
                    named.map(NamedFinding::category).orElse(CriticalCategory.MINUTES),
                    named.map(NamedFinding::term).orElse(""));
        }
        view.write();
    }

    /** The first finding of the facility's list that the report affirms and nobody recorded. */
    private Optional<NamedFinding> named(CriticalSubject subject, ReportViewModel report) {
        List<String> recorded = loops.about(subject.facility(), subject.study()).stream()
                .map(CriticalLoop::finding)
                .toList();
        return CriticalTerms.in(text(report), loops.policy(subject.facility()).findings()).stream()
                .map(CriticalTerms.Mention::finding)
                .filter(finding -> !recorded.contains(finding.term()))
                .findFirst();
    }

    private static String text(ReportViewModel report) {
        return report.reportProperty().get().stream()
                .flatMap(open -> open.template().fields().stream())
                .map(field -> report.textProperty(field.id()).get())
                .collect(Collectors.joining("\n"));
    }

    private static CriticalSubject subject(OpenedCase open) {
        StudyIdentity identity = open.study().identity();
        String own = identity.accessionNumber();
        return new CriticalSubject(
                open.item().id().facility(),
                open.study().uid(),
                identity.patient().name(),
                identity.patient().id(),
                own.isBlank() ? open.item().study().identity().accessionNumber() : own,
                identity.description());
    }

    /** The sentence goes into the report of its study; another report is told of it by the checks before its signature. */
    // [impl->req~critical.sentence-written~1]
    private void write(CriticalViewModel.Closed closed, ReportViewModel report) {
        report.reportProperty()
                .get()
                .filter(open -> isAbout(open, closed.loop()))
                .flatMap(CriticalRoom::impression)
                .filter(field -> !report.readOnlyProperty().get())
                .ifPresent(field -> write(report.textProperty(field), closed.former(), closed.sentence()));
    }

    private void writeAll(Beside beside) {
        beside.report().reportProperty().get().ifPresent(open -> loops.about(
                        open.draft().study().facility(), open.draft().study().studyInstanceUid())
                .forEach(loop -> write(new CriticalViewModel.Closed(loop, "", model.sentence(loop)), beside.report())));
    }

    private static boolean isAbout(OpenReport open, CriticalLoop loop) {
        return open.draft().study().facility().equals(loop.subject().facility())
                && open.draft().study().studyInstanceUid().equals(loop.subject().study());
    }

    private static Optional<String> impression(OpenReport open) {
        return open.template().section(TemplateSection.IMPRESSION).stream()
                .flatMap(section -> section.fields().stream())
                .map(TemplateField::id)
                .findFirst();
    }

    private static void write(StringProperty text, String former, String sentence) {
        String before = text.get();
        if (sentence.isEmpty() || before.contains(sentence)) {
            return;
        }
        if (!former.isEmpty() && before.contains(former)) {
            text.set(before.replace(former, sentence));
        } else {
            text.set(before.isBlank() ? sentence : before.stripTrailing() + "\n" + sentence);
        }
    }

    /**
     * Goes on with {@code then} where none is open, or where the reader gives a reason to leave them, which is kept with each and
     * audited.
     */
    // [impl->req~critical.shift-end~1]
    void beforeLeaving(Supplier<Optional<? extends Window>> owner, CommandBus bus, Runnable then) {
        List<String> open = model.openLines();
        Optional<? extends Window> over = owner.get();
        if (open.isEmpty() || over.isEmpty()) {
            then.run();
            return;
        }
        var unused = new Dialogs(over.orElseThrow())
                .askWithWords(
                        new Dialogs.Question(
                                words.text(
                                        open.size() == 1 ? "critical.leave.one" : "critical.leave.more", open.size()),
                                words.text("critical.leave.consequence", String.join("\n", open)),
                                words.text("critical.leave.action")),
                        new Dialogs.Words(words.text("critical.leave.reason"), words.text("critical.leave.anyway")))
                .thenAccept(answer -> {
                    if (answer.choice() == Dialogs.Choice.ACTION) {
                        bus.run("critical.list");
                    } else if (answer.choice() == Dialogs.Choice.WITH_WORDS) {
                        leave(over.orElseThrow(), answer.words(), then);
                    }
                });
    }

    /** A reason that could not be kept lets nobody go without a word. */
    private void leave(Window over, String reason, Runnable then) {
        var unused = model.leaveOpen(reason)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure == null) {
                                then.run();
                                return;
                            }
                            Throwable cause = Async.causeOf(failure);
                            var unusedToo = new Dialogs(over)
                                    .tell(new Dialogs.Problem(
                                            words.text("critical.leave.not-kept"),
                                            words.text(
                                                    "critical.leave.not-kept.do", String.valueOf(cause.getMessage())),
                                            cause instanceof CandelaException known ? known.code() : "internal"));
                        },
                        new UiExecutor());
    }

    /** Writes the evidence of a critical result to the folder of exports; blocks on the disk. */
    Path writeEvidence(CriticalLoop loop) throws CandelaException {
        MachineFacts facts = MachineFacts.here();
        Instant now = house.base().clock().instant();
        EvidencePaper paper = new EvidencePaper(
                loop,
                loops.policyAtOpening(loop),
                new EvidencePaper.About(
                        reader,
                        facts.host().value().orElse("not known"),
                        facts.program().value().orElse("not known"),
                        now));
        Path file =
                house.base().paths().exports().resolve("critical-" + loop.id() + "-" + now.getEpochSecond() + ".pdf");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    paper.pdf(new SigningKeys(
                                    house.displays().ledger(),
                                    house.base().paths().signingKey(),
                                    house.base().clock())
                            .current()));
            return file;
        } catch (IOException e) {
            throw new CandelaException("app.unwritten", "It cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes the evidence of what stands in the form, and says where. */
    void evidence(java.util.function.Consumer<String> tell) {
        List<CriticalLoop> chosen = new ArrayList<>();
        model.chosenProperty().get().flatMap(CriticalViewModel.Prefill::loop).ifPresent(chosen::add);
        if (chosen.isEmpty()) {
            tell.accept(words.text("critical.evidence.none"));
            return;
        }
        var unused = Async.supply(() -> writeEvidence(chosen.get(0)), executors.io())
                .whenCompleteAsync(
                        (file, failure) -> tell.accept(
                                failure == null
                                        ? words.text("critical.evidence.written", file)
                                        : String.valueOf(Async.causeOf(failure).getMessage())),
                        new UiExecutor());
    }
}
