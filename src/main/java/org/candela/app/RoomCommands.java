package org.candela.app;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.calibration.pattern.VisualTests;
import org.candela.displayqa.ui.DisplayQaViewModel;
import org.candela.report.SignatureMeaning;
import org.candela.shell.Command;
import org.candela.shell.KeyMap;
import org.candela.shell.ViewerCommands;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ViewerActions;
import org.jspecify.annotations.Nullable;

/** What the reader can do in the open room beyond the windows themselves, and the keys for it. FX thread. */
final class RoomCommands {
    private static final Map<String, String> KEYS = Map.ofEntries(
            entry("worklist.next", "F9"),
            entry("worklist.refresh", "F5"),
            entry("case.close", "Ctrl+W"),
            entry("report.write", "F8"),
            entry("report.insert-measurement", "Ctrl+M"),
            entry("report.insert-comparison", "Ctrl+R"),
            entry("report.sign-preliminary", "Ctrl+Shift+P"),
            entry("report.sign-final", "Ctrl+Enter"),
            entry("images.focus", "F10"),
            entry("images.save-protocol", "Ctrl+S"),
            entry("images.export", "Ctrl+E"),
            entry("images.print", "Ctrl+P"),
            entry("documents.open", "Ctrl+D"),
            entry("documents.find", "Ctrl+F"),
            entry("documents.zoom-in", "Ctrl+Equals"),
            entry("documents.zoom-out", "Ctrl+Minus"),
            entry("readiness.check", "F6"),
            entry("readiness.contingency", "Ctrl+F5"),
            entry("readiness.export", "Ctrl+F6"),
            entry("readiness.network", "Ctrl+F7"),
            entry("displays.calibrate", "Ctrl+Shift+C"),
            entry("displays.constancy", "Ctrl+Shift+T"),
            entry("displays.quick-check", "Ctrl+Shift+K"),
            entry("displays.uniformity", "Ctrl+Shift+U"),
            entry("displays.visual", "Ctrl+Shift+V"),
            entry("displays.visual-room", "Ctrl+Shift+R"),
            entry("displays.visual-acceptance", "Ctrl+Shift+I"),
            entry("displays.pre-shift", "F7"),
            entry("displays.acceptance", "Ctrl+Shift+A"),
            entry("displays.export", "Ctrl+Shift+E"),
            entry("displays.cancel", "Ctrl+Shift+Q"),
            entry("displays.meter-there", "Ctrl+Shift+M"),
            entry("displays.restore-lut", "Ctrl+Shift+G"),
            entry("app.quit", "Ctrl+Q"));

    private final OpenRoom open;
    private final Messages words = Messages.of(RoomCommands.class);

    private RoomCommands(OpenRoom open) {
        this.open = open;
    }

    /** The keys of the room, of these commands and of those on images. */
    static KeyMap keys() {
        Map<String, String> keys = new TreeMap<>(ViewerCommands.keys());
        keys.putAll(KEYS);
        keys.putAll(ShelfRoom.KEYS);
        keys.putAll(ClaimRoom.KEYS);
        keys.putAll(OrderRoom.KEYS);
        keys.putAll(CriticalRoom.KEYS);
        keys.putAll(LockRoom.KEYS);
        keys.putAll(TrialRoom.KEYS);
        keys.putAll(DeliveryRoom.KEYS);
        keys.putAll(FacilityRoom.KEYS);
        keys.putAll(VersionsRoom.KEYS);
        keys.putAll(SpeechRoom.KEYS);
        keys.putAll(ReportRoom.KEYS);
        return KeyMap.standard(keys);
    }

    /** Adds all of them; {@code leave} ends the workstation. */
    static void register(OpenRoom open, HangingSaver saver, Runnable leave) {
        RoomCommands commands = new RoomCommands(open);
        commands.add("worklist.next", open::readNext);
        commands.add("worklist.refresh", open::refresh);
        commands.add("case.close", open.reading().cases()::close);
        commands.add("report.write", () -> {
            open.room().showReading();
            open.reading().report().write();
        });
        commands.add("report.insert-measurement", open.reading().report()::insertMeasurement);
        commands.add("report.insert-comparison", open.reading().report()::insertComparison);
        commands.add("report.sign-preliminary", () -> open.reading().report().sign(SignatureMeaning.PRELIMINARY));
        commands.add("report.sign-final", () -> open.reading().report().sign(SignatureMeaning.FINAL));
        new ReportRoom(open.reading().report()).follow(open.bus());
        commands.add("images.focus", open.room()::focusImages);
        commands.add("images.save-protocol", () -> saver.save(open.reading().session()));
        commands.add("readiness.check", open::check);
        commands.addDisplays(open.models().displayQa());
        commands.add("displays.restore-lut", commands::restoreLuts);
        commands.add("app.quit", leave);
        ViewerCommands.register(open.bus(), new ViewerActions(open.reading().session()));
    }

    /** What they come to is told on the page of displays. */
    private void addDisplays(DisplayQaViewModel displays) {
        begin("displays.calibrate", displays::calibrate);
        begin("displays.constancy", displays::testConstancy);
        begin("displays.quick-check", displays::quickCheck);
        begin("displays.uniformity", displays::testUniformity);
        begin("displays.visual", () -> displays.lookAtPatterns(VisualTests.DAILY));
        begin("displays.visual-room", () -> displays.lookAtPatterns(VisualTests.ROOM_LIGHT));
        begin("displays.visual-acceptance", () -> displays.lookAtPatterns(VisualTests.ACCEPTANCE));
        begin("displays.pre-shift", () -> checkBeforeShift(displays));
        begin("displays.acceptance", displays::testAcceptance);
        begin("displays.export", displays::exportReport);
        add("displays.cancel", displays::cancel);
        add("displays.meter-there", displays::meterIsThere);
    }

    /** On the page of displays, where the questions and the result stand. */
    private CompletableFuture<?> checkBeforeShift(DisplayQaViewModel displays) {
        open.bus().run("work.displays");
        return displays.checkBeforeShift();
    }

    private void restoreLuts() {
        open.watch().ifPresent(watch -> {
            var unused = watch.restore().whenCompleteAsync(this::restored, new UiExecutor());
        });
    }

    private void restored(@Nullable Void done, @Nullable Throwable failure) {
        if (failure != null) {
            open.room()
                    .show(new Problem(
                            words.text("restore.failed"),
                            words.text("restore.action"),
                            Async.causeOf(failure) instanceof CandelaException known ? known.code() : "app.lut-lost"));
        }
        open.check();
    }

    private void begin(String id, Supplier<CompletableFuture<?>> work) {
        add(id, () -> {
            var unused = work.get();
        });
    }

    private void add(String id, Runnable effect) {
        open.bus().register(Command.titled(words, id, effect));
    }
}
