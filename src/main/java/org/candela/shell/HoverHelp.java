package org.candela.shell;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** What a button does and by which key, told while the pointer rests on it; the key is the one of that moment. FX thread. */
// [impl->req~shell.hover-help~1]
final class HoverHelp {
    private static final Duration REST = Duration.millis(400);
    /** Buttons of the views by their id, and the commands that do the same. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("open-palette", "app.commands"),
            Map.entry("tab-reading", "work.reading"),
            Map.entry("tab-displays", "work.displays"),
            Map.entry("tab-images", "work.images"),
            Map.entry("series-list", "shelf.series"),
            Map.entry("mark-list", "shelf.marks"),
            Map.entry("insert-measurement", "report.insert-measurement"),
            Map.entry("sign-preliminary", "report.sign-preliminary"),
            Map.entry("sign-final", "report.sign-final"),
            Map.entry("readiness-again", "readiness.check"),
            Map.entry("displayqa-calibrate", "displays.calibrate"),
            Map.entry("displayqa-constancy", "displays.constancy"),
            Map.entry("displayqa-quick", "displays.quick-check"),
            Map.entry("displayqa-uniformity", "displays.uniformity"),
            Map.entry("displayqa-visual", "displays.visual"),
            Map.entry("displayqa-visual-room", "displays.visual-room"),
            Map.entry("displayqa-visual-acceptance", "displays.visual-acceptance"),
            Map.entry("displayqa-pre-shift", "displays.pre-shift"),
            Map.entry("displayqa-acceptance", "displays.acceptance"),
            Map.entry("displayqa-export", "displays.export"),
            Map.entry("displayqa-cancel", "displays.cancel"),
            Map.entry("displayqa-meter-there", "displays.meter-there"));

    private final CommandBus bus;
    private final Keyboard keyboard;

    HoverHelp(CommandBus bus, Keyboard keyboard) {
        this.bus = bus;
        this.keyboard = keyboard;
    }

    /** Gives every button below {@code root} its help. Commands may be registered later. */
    void over(Node root) {
        String id = root.getId();
        String command = id == null ? null : COMMANDS.get(id);
        if (root instanceof Control control && command != null) {
            help(control, command);
        }
        if (root instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::over);
        }
    }

    private void help(Control control, String command) {
        String hint = control.getTooltip() == null ? "" : control.getTooltip().getText() + "\n";
        Tooltip tip = new Tooltip();
        tip.setShowDelay(REST);
        tip.setOnShowing(event -> tip.setText(hint + text(command).orElse("")));
        control.setTooltip(tip);
    }

    /** {@code "Sign the report final   Ctrl+Enter"}; empty for a command that nobody registered. */
    Optional<String> text(String command) {
        return bus.commands().stream()
                .filter(known -> known.id().equals(command))
                .findFirst()
                .map(known -> (known.title() + "   " + keyboard.map().keyOf(command)).strip());
    }
}
