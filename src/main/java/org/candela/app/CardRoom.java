package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.stage.Window;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.SigningKeys;
import org.candela.facility.Facility;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.card.CardPaper;
import org.candela.readiness.contingency.ContingencyBook;
import org.candela.readiness.contingency.ContingencyPdf;
import org.candela.readiness.contingency.ContingencySheet;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.link.LinkBook;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkMeter;
import org.candela.readiness.link.LinkPlan;
import org.candela.readiness.link.LinkRecords;
import org.candela.readiness.ui.ReadinessViewModel;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.ui.Dialogs;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.jspecify.annotations.Nullable;

/** What is done with the whole card, behind its keys: contingency sheet, signed card, measuring of links. FX thread; works aside. */
// [impl->req~app.card-room~1]
final class CardRoom {
    private final House house;
    private final Executors executors;
    private final String reader;
    private final ReadinessViewModel card;
    private final BooleanSupplier isReading;
    private final Messages words = Messages.of(CardRoom.class);
    private final UiExecutor ui = new UiExecutor();
    private @Nullable Cancellation measuring;

    /**
     * @param reader whose card it is
     * @param isReading whether a case is open
     */
    CardRoom(House house, Executors executors, String reader, ReadinessViewModel card, BooleanSupplier isReading) {
        this.house = house;
        this.executors = executors;
        this.reader = reader;
        this.card = card;
        this.isReading = isReading;
    }

    /** Adds the commands; {@code owner} is the work window, empty while there is none. */
    void follow(CommandBus bus, Supplier<Optional<? extends Window>> owner) {
        bus.register(
                Command.titled(words, "readiness.contingency", () -> owner.get().ifPresent(this::showSheet)));
        bus.register(Command.titled(words, "readiness.export", () -> owner.get().ifPresent(this::offerCard)));
        bus.register(
                Command.titled(words, "readiness.network", () -> owner.get().ifPresent(this::offerToMeasure)));
    }

    private void showSheet(Window owner) {
        var unused = Async.supply(this::sheet, executors.io())
                .whenCompleteAsync(
                        (sheet, failure) -> {
                            if (failure != null) {
                                tell(failure);
                            } else {
                                show(owner, sheet);
                            }
                        },
                        ui);
    }

    private ContingencySheet sheet() throws CandelaException {
        House.Base base = house.base();
        return new ContingencyBook(new Journal(base.database(), base.audit(), base.clock())).sheet(facilities());
    }

    private void show(Window owner, ContingencySheet sheet) {
        String text = sheet.rows().stream().map(row -> row[0] + ":  " + row[1]).collect(Collectors.joining("\n"));
        Path file = exports().resolve("contingency-sheet.pdf");
        ask(
                owner,
                new Dialogs.Question(
                        words.text("contingency.title"),
                        text + "\n\n" + words.text("contingency.print", file),
                        words.text("contingency.action")),
                () -> write(file, ContingencyPdf.of(sheet, clock().instant())));
    }

    private void offerCard(Window owner) {
        if (card.items().isEmpty()) {
            card.tell(words.text("card.unchecked"));
            return;
        }
        Readiness now = new Readiness(List.copyOf(card.items()), clock().instant());
        String name = "readiness-"
                + now.at().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        ask(
                owner,
                new Dialogs.Question(
                        words.text("card.title"), words.text("card.consequence", exports()), words.text("card.action")),
                () -> writeCard(now, name));
    }

    private void writeCard(Readiness now, String name) throws CandelaException, IOException {
        MachineFacts facts = MachineFacts.here();
        CardPaper paper = new CardPaper(
                now,
                new CardPaper.About(
                        reader,
                        facts.host().value().orElse("not known"),
                        facts.program().value().orElse("not known"),
                        ReadinessLimits.shipped().edition()));
        SigningKey key =
                new SigningKeys(house.displays().ledger(), house.base().paths().signingKey(), clock()).current();
        write(exports().resolve(name + ".pdf"), paper.pdf(key));
        write(exports().resolve(name + ".json"), paper.json(key));
    }

    private void offerToMeasure(Window owner) {
        if (measuring != null) {
            measuring.cancel();
            return;
        }
        List<Facility> facilities = facilities();
        if (facilities.isEmpty()) {
            card.tell(words.text("network.none"));
            return;
        }
        String consequence = words.text(
                isReading.getAsBoolean() ? "network.while-reading" : "network.consequence",
                facilities.size(),
                LinkPlan.USUAL.window().toSeconds(),
                LinkPlan.USUAL.mostBytes() / 1_000_000);
        Cancellation cancellation = new Cancellation();
        ask(owner, new Dialogs.Question(words.text("network.title"), consequence, words.text("network.action")), () -> {
            ui.execute(() -> measuring = cancellation);
            measure(facilities, cancellation);
        });
    }

    private void measure(List<Facility> facilities, Cancellation cancellation) throws CandelaException {
        House.Base base = house.base();
        LinkBook book = new LinkBook(new Journal(base.database(), base.audit(), base.clock()));
        LinkTargets targets = new LinkTargets(
                house.reached().web(),
                book,
                base.clock(),
                house.library().files().incoming());
        LinkRecords records = new LinkRecords(base.database(), base.audit());
        LinkMeter meter = new LinkMeter(executors.io(), base.clock());
        try {
            for (Facility facility : facilities) {
                records.keep(
                        meter.measure(
                                targets.target(facility, Link.MAIN),
                                LinkPlan.USUAL,
                                cancellation,
                                share -> ui.execute(() -> card.tell(words.text(
                                        "network.progress",
                                        facility.name(),
                                        String.format(Locale.ROOT, "%.0f", 100 * share))))),
                        reader);
            }
        } finally {
            ui.execute(() -> measuring = null);
        }
    }

    private interface Work {
        void run() throws CandelaException, IOException;
    }

    /** Asks, then works aside, then has the card made anew. */
    private void ask(Window owner, Dialogs.Question question, Work work) {
        var unused = new Dialogs(owner).confirm(question).thenAccept(isWanted -> {
            if (isWanted) {
                var unusedToo = Async.run(() -> guarded(work), executors.io())
                        .whenCompleteAsync((done, failure) -> ended(failure), ui);
            }
        });
    }

    private static void guarded(Work work) throws CandelaException {
        try {
            work.run();
        } catch (IOException e) {
            throw new CandelaException("app.unwritten", "It cannot be written: " + e.getMessage(), e);
        }
    }

    private void ended(@Nullable Throwable failure) {
        if (failure != null) {
            tell(failure);
            return;
        }
        card.tell("");
        var unused = card.check();
    }

    private void tell(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        card.tell(
                cause instanceof CancellationException
                        ? words.text("network.cancelled")
                        : String.valueOf(cause.getMessage()));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes);
    }

    private List<Facility> facilities() {
        return house.reached().sources().keySet().stream()
                .filter(LinkChecks::isReal)
                .toList();
    }

    private Path exports() {
        return house.base().paths().exports();
    }

    private Clock clock() {
        return house.base().clock();
    }
}
