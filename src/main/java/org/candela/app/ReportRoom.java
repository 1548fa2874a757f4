package org.candela.app;

import java.util.Map;
import org.candela.report.ui.ReportView;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.ui.Messages;

/** What can be done in the report beyond typing, by key, by the buttons of a pad and from the list of commands. FX thread. */
// [impl->req~report.by-keys~1]
// [impl->req~report.by-voice~1]
record ReportRoom(ReportView report) {
    static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("report.next-field", "Ctrl+Down"),
            Map.entry("report.previous-field", "Ctrl+Up"),
            Map.entry("report.field-complete", "Ctrl+Shift+Enter"),
            Map.entry("report.accept-defaults", "Ctrl+Shift+F"),
            Map.entry("report.next-doubtful", "Ctrl+G"),
            Map.entry("report.accept-words", "Ctrl+Alt+G"),
            Map.entry("report.replay", "Ctrl+O"),
            Map.entry("report.show-image", "Ctrl+I"),
            Map.entry("report.insert-change", "Ctrl+Shift+N"),
            Map.entry("report.macro", "Ctrl+Shift+Space"),
            Map.entry("report.check", "Ctrl+Alt+C"),
            Map.entry("report.spelling", "Ctrl+Alt+S"),
            Map.entry("report.dates", "Ctrl+Alt+D"),
            Map.entry("report.template", "Ctrl+T"),
            Map.entry("report.drafts", "Ctrl+U"),
            Map.entry("report.carry", "Ctrl+Alt+W"),
            Map.entry("report.hold", "Ctrl+Alt+H"),
            Map.entry("report.say", "Ctrl+H"));

    /** Adds the commands. */
    void follow(CommandBus bus) {
        Messages words = Messages.of(ReportRoom.class);
        Map<String, Runnable> effects = Map.ofEntries(
                Map.entry("report.next-field", report::nextField),
                Map.entry("report.previous-field", report::previousField),
                Map.entry("report.field-complete", report::completeField),
                Map.entry("report.accept-defaults", report::acceptDefaults),
                Map.entry("report.next-doubtful", report::nextDoubtful),
                Map.entry("report.accept-words", report::acceptWords),
                Map.entry("report.replay", report::replay),
                Map.entry("report.show-image", report::showImage),
                Map.entry("report.insert-change", report::insertChange),
                Map.entry("report.macro", report::insertMacro),
                Map.entry("report.check", report::check),
                Map.entry("report.spelling", report::spell),
                Map.entry("report.dates", report::chooseDates),
                Map.entry("report.template", report::chooseTemplate),
                Map.entry("report.drafts", report::chooseDraft),
                Map.entry("report.carry", report::carry),
                Map.entry("report.say", report::whatCanBeSaid));
        effects.forEach((id, effect) -> bus.register(Command.titled(words, id, effect)));
    }
}
