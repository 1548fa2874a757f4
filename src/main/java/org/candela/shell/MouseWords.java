package org.candela.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.ui.Messages;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.MouseBindings.Button;
import org.candela.viewer.MouseBindings.Turn;
import org.candela.viewer.MouseBindings.Wheel;
import org.candela.viewer.ViewerAction;

/** Buttons and wheel and what they do, in words. */
final class MouseWords {
    private final Messages words = Messages.of(MouseWords.class);

    /** All ids, buttons before the wheel, as a page lists them. */
    static List<String> ids() {
        return Stream.concat(
                        Stream.of(Button.values()).map(Button::id),
                        Stream.of(Wheel.values()).map(Wheel::id))
                .toList();
    }

    /** What {@code id} can do. */
    static List<String> uses(String id) {
        boolean isWheel = Stream.of(Wheel.values()).anyMatch(wheel -> wheel.id().equals(id));
        if (isWheel) {
            return Stream.of(Turn.values()).map(Turn::id).toList();
        }
        boolean isHeld = Stream.of(Button.values())
                .anyMatch(button -> button.id().equals(id) && !button.alone().equals(button));
        return Stream.of(
                        isHeld ? Stream.of(MouseBindings.AS_ALONE) : Stream.<String>of(),
                        Stream.of(MouseBindings.CHOSEN_TOOL, MouseBindings.NOTHING),
                        Stream.of(ViewerAction.values()).map(ViewerAction::id))
                .flatMap(each -> each)
                .toList();
    }

    String nameOf(String id) {
        return words.text("mouse.name." + id);
    }

    String titleOf(String use) {
        return Stream.of(ViewerAction.values())
                .filter(action -> action.id().equals(use))
                .map(ViewerAction::title)
                .findFirst()
                .orElseGet(() -> words.text("mouse.use." + use));
    }

    /** One line of all that is not like another: for the help. */
    String summary(MouseBindings mouse) {
        return ids().stream()
                .filter(id -> !mouse.text().getOrDefault(id, "").equals(MouseBindings.AS_ALONE))
                .map(id -> words.text(
                        "mouse.summary",
                        nameOf(id).toLowerCase(Locale.ROOT),
                        titleOf(mouse.text().getOrDefault(id, ""))))
                .collect(Collectors.joining(", "));
    }
}
