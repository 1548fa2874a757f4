package org.candela.viewer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the buttons and the wheel of the mouse do on an image. Immutable.
 *
 * @param buttons the id of an action on images, by button; an action that chooses a tool lends that tool to the drag
 * @param wheels what a notch does, by what is held
 */
// [impl->req~viewer.mouse~1]
public record MouseBindings(Map<Button, String> buttons, Map<Wheel, Turn> wheels) {
    /** What stands for the tool that is chosen by key. */
    public static final String CHOSEN_TOOL = "chosen-tool";

    /** What stands for the same as without Ctrl or Shift. */
    public static final String AS_ALONE = "as-alone";

    /** What stands for no use at all; the image under the pointer becomes the active one. */
    public static final String NOTHING = "nothing";

    private static final String TOOL = "viewer.tool.";

    public MouseBindings {
        buttons = Collections.unmodifiableMap(new EnumMap<>(buttons));
        wheels = Collections.unmodifiableMap(new EnumMap<>(wheels));
    }

    /** The buttons of a mouse, alone and with a key held. */
    public enum Button {
        PRIMARY,
        SECONDARY,
        MIDDLE,
        BACK,
        FORWARD,
        CTRL_PRIMARY,
        CTRL_SECONDARY,
        CTRL_MIDDLE,
        CTRL_BACK,
        CTRL_FORWARD,
        SHIFT_PRIMARY,
        SHIFT_SECONDARY,
        SHIFT_MIDDLE,
        SHIFT_BACK,
        SHIFT_FORWARD;

        /** As it is written: {@code "mouse.secondary"}, {@code "mouse.ctrl.secondary"}. */
        public String id() {
            return "mouse." + name().toLowerCase(Locale.ROOT).replace('_', '.');
        }

        /** The same button while a key is held; Ctrl goes before Shift. */
        public Button held(Wheel with) {
            return with == Wheel.ALONE ? alone() : valueOf(with.name() + "_" + alone().name());
        }

        /** The same button with no key held. */
        public Button alone() {
            return valueOf(name().substring(name().indexOf('_') + 1));
        }
    }

    /** The wheel, and what is held with it. */
    public enum Wheel {
        ALONE("wheel"),
        CTRL("wheel.ctrl"),
        SHIFT("wheel.shift");

        private final String id;

        Wheel(String id) {
            this.id = id;
        }

        /** As it is written: {@code "wheel.ctrl"}. */
        public String id() {
            return id;
        }
    }

    /** What a notch of the wheel does; towards the reader is forward. */
    public enum Turn {
        IMAGES,
        TEN_IMAGES,
        ZOOM,
        SERIES,
        STAGES,
        NOTHING;

        /** As it is written: {@code "ten-images"}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the workstation comes with. */
    public static MouseBindings standard() {
        Map<Button, String> buttons = new EnumMap<>(Button.class);
        for (Button button : Button.values()) {
            buttons.put(button, AS_ALONE);
        }
        buttons.put(Button.PRIMARY, CHOSEN_TOOL);
        buttons.put(Button.SECONDARY, ViewerAction.WINDOW_TOOL.id());
        buttons.put(Button.MIDDLE, ViewerAction.PAN_TOOL.id());
        buttons.put(Button.BACK, ViewerAction.PREVIOUS_SERIES.id());
        buttons.put(Button.FORWARD, ViewerAction.NEXT_SERIES.id());
        return new MouseBindings(
                buttons, Map.of(Wheel.ALONE, Turn.IMAGES, Wheel.CTRL, Turn.ZOOM, Wheel.SHIFT, Turn.TEN_IMAGES));
    }

    /** Whether an id is one of a button or of the wheel. */
    public static boolean isMouse(String id) {
        return standard().text().containsKey(id);
    }

    /**
     * These with others, written as {@link #text} does.
     *
     * @throws IllegalArgumentException naming what is not a button, an action or a turn
     */
    public MouseBindings with(Map<String, String> text) {
        Map<Button, String> otherButtons = new EnumMap<>(buttons);
        Map<Wheel, Turn> otherWheels = new EnumMap<>(wheels);
        for (var entry : text.entrySet()) {
            String id = entry.getKey();
            String use = entry.getValue().strip();
            Optional<Button> button = Stream.of(Button.values())
                    .filter(each -> each.id().equals(id))
                    .findFirst();
            if (button.isPresent()) {
                otherButtons.put(button.orElseThrow(), checked(id, use));
            } else {
                otherWheels.put(wheel(id), turn(id, use));
            }
        }
        return new MouseBindings(otherButtons, otherWheels);
    }

    /** As it is kept and exported, by id. */
    public Map<String, String> text() {
        Map<String, String> text = new TreeMap<>();
        buttons.forEach((button, use) -> text.put(button.id(), use));
        wheels.forEach((wheel, turn) -> text.put(wheel.id(), turn.id()));
        return text;
    }

    /** The tool a drag with this button uses; empty for the chosen one, and for a button that does something at once. */
    public Optional<ViewTool> tool(Button button) {
        return tool(use(button));
    }

    /** Whether pressing this button does nothing but choose the image. */
    public boolean isIdle(Button button) {
        return use(button).equals(NOTHING);
    }

    private String use(Button button) {
        String use = Objects.requireNonNull(buttons.get(button));
        return use.equals(AS_ALONE) ? Objects.requireNonNull(buttons.get(button.alone())) : use;
    }

    /** What pressing this button does at once; empty for one that drags. */
    public Optional<ViewerAction> action(Button button) {
        String use = use(button);
        return tool(use).isPresent() ? Optional.empty() : named(use);
    }

    /** What a notch does. */
    public Turn turn(Wheel wheel) {
        return Objects.requireNonNull(wheels.get(wheel));
    }

    static Optional<ViewTool> tool(String use) {
        return Stream.of(ViewTool.values())
                .filter(tool ->
                        use.equals(TOOL + tool.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst();
    }

    private static Optional<ViewerAction> named(String use) {
        return Stream.of(ViewerAction.values())
                .filter(action -> action.id().equals(use))
                .findFirst();
    }

    private static String checked(String id, String use) {
        boolean isHeld = Stream.of(Button.values())
                .anyMatch(button -> button.id().equals(id) && !button.alone().equals(button));
        boolean isWord = use.equals(CHOSEN_TOOL) || use.equals(NOTHING) || (isHeld && use.equals(AS_ALONE));
        if (!isWord && named(use).isEmpty()) {
            throw new IllegalArgumentException(id + " = " + use + ": no action on images");
        }
        return use;
    }

    private static Wheel wheel(String id) {
        return Stream.of(Wheel.values())
                .filter(wheel -> wheel.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + ": no button and no wheel"));
    }

    private static Turn turn(String id, String use) {
        return Stream.of(Turn.values())
                .filter(turn -> turn.id().equals(use))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " = " + use + ": the wheel cannot do that"));
    }
}
