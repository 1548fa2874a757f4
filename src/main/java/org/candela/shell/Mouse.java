package org.candela.shell;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.candela.viewer.MouseBindings;

/**
 * What the mouse does as it is now, which the reader may change at any time. FX thread.
 *
 * <p>Whatever the reader did not choose is as the workstation comes, or as the practice has it.
 */
// [impl->req~shell.mouse-page~1]
public final class Mouse {
    private final MouseBindings shipped;
    private final MouseBindings defaults;
    private final Consumer<MouseBindings> keep;
    private MouseBindings now;

    /**
     * What nobody at this desk chose.
     *
     * @param shipped as the workstation comes
     * @param usual the same with what the practice says
     */
    public record Layers(MouseBindings shipped, MouseBindings usual) {}

    /**
     * @param below without the reader's own choices
     * @param now with them
     * @param keep told of all after each change
     */
    public Mouse(Layers below, MouseBindings now, Consumer<MouseBindings> keep) {
        this.shipped = below.shipped();
        this.defaults = below.usual();
        this.now = now;
        this.keep = keep;
    }

    /** What buttons and wheel do now. */
    public MouseBindings now() {
        return now;
    }

    /** What {@code id} does; ids and uses as {@link MouseBindings#text} writes them. */
    String use(String id) {
        return now.text().getOrDefault(id, "");
    }

    /** Whose wish it is what {@code id} does. */
    Keyboard.Origin originOf(String id) {
        if (!use(id).equals(usual(id))) {
            return Keyboard.Origin.OWN;
        }
        return usual(id).equals(shipped.text().get(id)) ? Keyboard.Origin.SHIPPED : Keyboard.Origin.PRACTICE;
    }

    /** Other buttons that do the same; of the wheel none, and none where it is no action. */
    Stream<String> others(String id, String use) {
        boolean isAction = use.startsWith("viewer.") || use.equals(MouseBindings.CHOSEN_TOOL);
        return isAction
                ? now.text().entrySet().stream()
                        .filter(entry ->
                                entry.getValue().equals(use) && !entry.getKey().equals(id))
                        .map(Map.Entry::getKey)
                : Stream.of();
    }

    /** Whether no button would use the tool that a key chooses once {@code id} does {@code use}: nothing could be drawn. */
    boolean losesTool(String id, String use) {
        return !use.equals(MouseBindings.CHOSEN_TOOL)
                && use(id).equals(MouseBindings.CHOSEN_TOOL)
                && others(id, MouseBindings.CHOSEN_TOOL).findAny().isEmpty();
    }

    /** Lets {@code id} do {@code use}. */
    void give(String id, String use) {
        become(now.with(Map.of(id, use)));
    }

    /** What {@code id} does without the reader's choice. */
    String usual(String id) {
        return defaults.text().getOrDefault(id, "");
    }

    /** Takes all of it over. */
    void become(MouseBindings other) {
        now = other;
        keep.accept(now);
    }
}
