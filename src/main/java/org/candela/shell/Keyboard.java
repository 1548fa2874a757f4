package org.candela.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The keys of all screens as they are now, which the reader may change at any time. FX thread.
 *
 * <p>Own keys are kept by command; every other command has the key it comes with, unless an own one took it.
 */
// [impl->req~shell.own-keys~1]
public final class Keyboard {
    private final KeyBindings defaults;
    private final KeyBindings practice;
    private final Consumer<KeyBindings> keep;
    private KeyBindings own;
    private KeyMap map;

    /**
     * Keys that nobody at this desk chose.
     *
     * @param shipped the keys all commands come with
     * @param practice what the practice says, which stands over them
     */
    public record Layers(KeyBindings shipped, KeyBindings practice) {
        KeyBindings all() {
            return shipped.yieldingTo(practice);
        }
    }

    /** Whose wish a key is. */
    enum Origin {
        OWN,
        PRACTICE,
        SHIPPED
    }

    /**
     * @param defaults the keys all commands come with
     * @param own what the reader chose
     * @param keep told of all own keys after each change
     * @throws IllegalArgumentException when own keys hinder each other
     */
    public Keyboard(KeyBindings defaults, KeyBindings own, Consumer<KeyBindings> keep) {
        this(new Layers(defaults, KeyBindings.none()), own, keep);
    }

    /** The same over what a practice says. */
    // [impl->req~practice.layers~1]
    public Keyboard(Layers below, KeyBindings own, Consumer<KeyBindings> keep) {
        this.defaults = below.all();
        this.practice = below.practice();
        this.own = own;
        this.keep = keep;
        this.map = KeyMap.of(defaults.yieldingTo(own));
    }

    /** Whose wish the key of a command is. */
    Origin originOf(String id) {
        if (own.keys().containsKey(id)) {
            return Origin.OWN;
        }
        return practice.keys().containsKey(id) ? Origin.PRACTICE : Origin.SHIPPED;
    }

    /** The keys as they are now. */
    public KeyMap map() {
        return map;
    }

    /** The command other than {@code id} that loses its key when {@code id} gets this one. */
    public Optional<String> holderOf(KeySequence sequence, String id) {
        return map.bindings().holderOf(sequence, id);
    }

    /** Gives a command this one key; whoever has it, or is hindered by it, loses it. */
    public void give(String id, KeySequence sequence) {
        KeyBindings wanted = map.bindings().taking(sequence, id);
        KeyBindings changed = own;
        for (var entry : wanted.keys().entrySet()) {
            if (!entry.getValue().equals(map.bindings().of(entry.getKey()))) {
                changed = changed.with(entry.getKey(), entry.getValue());
            }
        }
        use(changed);
    }

    /** Takes the keys of a command away. */
    public void remove(String id) {
        use(own.with(id, List.of()));
    }

    /** Gives a command the key it comes with again, but not one that another has as its own. */
    public void reset(String id) {
        use(own.without(id));
    }

    private void use(KeyBindings changed) {
        map = KeyMap.of(defaults.yieldingTo(changed));
        own = changed;
        keep.accept(own);
    }
}
