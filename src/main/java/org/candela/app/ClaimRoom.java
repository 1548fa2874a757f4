package org.candela.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.report.Reports;
import org.candela.shell.Command;
import org.candela.shell.OpenedCase;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.ui.Dialogs;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.worklist.FacilityHealth;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.claim.FacilityClaims;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of claims while the room stands open: settled by a timer and when a facility answers again, told when one is
 * lost, given back by hand, at the end of a shift and on leaving. FX thread but where said.
 */
// [impl->req~app.shift-end~1]
final class ClaimRoom {
    static final Map<String, String> KEYS = Map.of("case.give-back", "Ctrl+Shift+B", "shift.end", "Ctrl+Shift+F9");

    private static final Logger LOG = LoggerFactory.getLogger(ClaimRoom.class);
    private static final long SETTLE_SECONDS = 15;
    /** A facility that is away keeps nobody in the room: what it was not told is told at the next start. */
    private static final long PATIENCE_SECONDS = 10;

    private final House house;
    private final FacilityClaims claims;
    private final Reports reports;
    private final CriticalRoom critical;
    private final Executors executors;
    private final UiExecutor ui = new UiExecutor();
    private final Messages words = Messages.of(ClaimRoom.class);
    private final AtomicBoolean isSettling = new AtomicBoolean();
    private final Cancellation closing = new Cancellation();
    /** Written by one thread at a time, while {@link #isSettling}. */
    private final Set<FacilityId> away = new HashSet<>();

    private @Nullable OpenRoom open;

    /** @param critical what stands before the end of a shift */
    ClaimRoom(House house, Reporting reporting, Executors executors, CriticalRoom critical) {
        this.critical = critical;
        this.house = house;
        this.claims = reporting.claims().claims();
        this.reports = reporting.services().reports();
        this.executors = executors;
    }

    /** Adds the commands and begins to settle. */
    void follow(OpenRoom room) {
        open = room;
        room.bus().register(Command.titled(words, "case.give-back", this::giveBack));
        room.bus().register(Command.titled(words, "shift.end", this::endShift));
        room.bus()
                .register(Command.titled(
                        words,
                        "critical.evidence",
                        () -> critical.evidence(room.reading().session()::tell)));
        claims.onLost(id -> ui.execute(() -> lost(id)));
        house.worklist().onChange(() -> executors.io().execute(this::lookWhoIsBack));
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(
                        () -> executors.io().execute(this::settle), 0, SETTLE_SECONDS, TimeUnit.SECONDS);
    }

    void close() {
        closing.cancel();
    }

    /** A final signature is told to the facility at once. */
    void signed() {
        executors.io().execute(this::settle);
    }

    /** On the I/O executor, one at a time. */
    private void settle() {
        if (closing.isRequested() || !isSettling.compareAndSet(false, true)) {
            return;
        }
        try {
            int unused = claims.settle(closing);
            for (FacilityId facility : house.reached().workitems().keySet()) {
                claims.look(facility, closing);
            }
        } catch (CancellationException e) {
            LOG.debug("claims are settled at the next start");
        } catch (CandelaException e) {
            LOG.info("claims are settled later [{}]", e.code());
        } finally {
            isSettling.set(false);
        }
    }

    /** A facility that answers its list again will answer for claims too. */
    private void lookWhoIsBack() {
        try {
            Set<FacilityId> now = house.worklist().snapshot().health().stream()
                    .filter(health -> health.failure().isPresent())
                    .map(FacilityHealth::facility)
                    .collect(Collectors.toSet());
            boolean isBack;
            synchronized (away) {
                isBack = !now.containsAll(away);
                away.clear();
                away.addAll(now);
            }
            if (isBack) {
                settle();
            }
        } catch (CandelaException e) {
            LOG.info("claims are settled later [{}]", e.code());
        }
    }

    private void lost(ReadingItem.Id id) {
        room().room()
                .show(new Dialogs.Problem(
                        words.text("claims.lost", id.facility().value(), describe(id)),
                        words.text("claims.lost.action"),
                        "claim.lost"));
    }

    private String describe(ReadingItem.Id id) {
        return room().models().worklist().itemOf(id).map(ClaimRoom::describe).orElse("");
    }

    private static String describe(ReadingItem item) {
        return List.of(
                        Formats.personName(item.study().patient().name()),
                        item.study().identity().description())
                .stream()
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Gives back the case that is open for reading. */
    private void giveBack() {
        Optional<OpenedCase> current =
                room().reading().cases().currentProperty().get();
        Optional<ReadingItem> item =
                current.filter(opened -> opened.purpose() == Purpose.DIAGNOSIS).map(OpenedCase::item);
        if (item.isEmpty()) {
            tell("claims.nothing-open");
            return;
        }
        ReadingItem.Id id = item.orElseThrow().id();
        var unused = dialogs()
                .confirm(new Dialogs.Question(
                        words.text("claims.give-back.title"),
                        words.text(claims.isBound(id) ? "claims.give-back.bound" : "claims.give-back.here"),
                        words.text("claims.give-back.action")))
                .thenAccept(isWanted -> {
                    if (isWanted) {
                        giveBack(List.of(id), () -> {});
                    }
                });
    }

    private void endShift() {
        beforeLeaving(() -> ask("shift.end.action", left -> true, () -> tell("shift.ended")));
    }

    /** What nobody was told of first, then what nobody signed. */
    private void beforeLeaving(Runnable then) {
        critical.beforeLeaving(this::window, room().bus(), () -> unsigned().ask(then));
    }

    private UnsignedReports unsigned() {
        return new UnsignedReports(reports, executors.io(), this::dialogs);
    }

    /** Asks what becomes of studies that a facility still keeps for this reader, then goes on with {@code leave}. */
    void leaving(Runnable leave) {
        beforeLeaving(() ->
                ask("shift.leave.action", left -> claims.isBound(left.item().id()), leave));
    }

    /**
     * What is left of a shift.
     *
     * @param hasDraft whether a report was begun that is not signed
     */
    private record Left(ReadingItem item, boolean hasDraft) {}

    private void ask(String action, Predicate<Left> isAskedFor, Runnable then) {
        var unused = Async.supply(this::left, executors.io())
                .whenCompleteAsync(
                        (left, failure) -> {
                            List<Left> asked = left == null
                                    ? List.of()
                                    : left.stream().filter(isAskedFor).toList();
                            if (asked.isEmpty()) {
                                then.run();
                            } else {
                                put(action, asked, then);
                            }
                        },
                        ui);
    }

    private List<Left> left() throws CandelaException {
        Set<ReadingItem.Id> drafts = reports.unsignedDrafts().stream()
                .map(draft -> new ReadingItem.Id(
                        draft.study().facility(), draft.study().studyInstanceUid()))
                .collect(Collectors.toSet());
        return claims.left().stream()
                .map(item -> new Left(item, drafts.contains(item.id())))
                .toList();
    }

    private void put(String action, List<Left> left, Runnable then) {
        List<String> lines = left.stream().map(this::line).toList();
        Dialogs.Question question = new Dialogs.Question(
                words.text("shift.title", String.valueOf(left.size())),
                words.text("shift.consequence"),
                words.text(action));
        var unused = dialogs()
                .pick(question, lines)
                .thenAccept(picked -> picked.ifPresent(ticked -> giveBack(
                        ticked.stream()
                                .map(number -> left.get(number).item().id())
                                .toList(),
                        then)));
    }

    private String line(Left left) {
        ReadingItem item = left.item();
        List<String> parts = new ArrayList<>(List.of(
                describe(item),
                item.id().facility().value(),
                words.text("shift.state." + item.state().name())));
        if (left.hasDraft()) {
            parts.add(words.text("shift.draft"));
        }
        return String.join(" \u00b7 ", parts);
    }

    private void giveBack(List<ReadingItem.Id> ids, Runnable then) {
        boolean isOnScreen = room().reading().cases().currentProperty().get().stream()
                .anyMatch(opened -> ids.contains(opened.item().id()));
        if (isOnScreen) {
            room().reading().cases().close();
        }
        CompletableFuture<Void> given = Async.run(
                () -> {
                    for (ReadingItem.Id id : ids) {
                        claims.giveBack(id, closing);
                    }
                },
                executors.io());
        var unused = given.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                LOG.warn("studies are given back later [{}]", failure.toString());
                            }
                            house.worklist().standings().tell();
                            then.run();
                        },
                        ui);
    }

    private void tell(String key) {
        room().reading().session().tell(words.text(key));
    }

    private Dialogs dialogs() {
        return new Dialogs(window().orElseThrow());
    }

    private Optional<Stage> window() {
        return room().room().desk().windowOf(ScreenRole.WORK);
    }

    private OpenRoom room() {
        OpenRoom standing = open;
        if (standing == null) {
            throw new IllegalStateException("the room does not stand yet");
        }
        return standing;
    }
}
