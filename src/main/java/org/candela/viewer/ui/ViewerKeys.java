package org.candela.viewer.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;

/** The default keys of {@link ViewerAction} on a scene that holds nothing but images. FX thread. */
public final class ViewerKeys {
    private ViewerKeys() {}

    /** Lets the keys run {@code actions}. A workstation with a key map of its own does not need this. */
    public static void install(Scene scene, ViewerActions actions) {
        table().forEach((key, action) -> scene.getAccelerators().put(key, () -> actions.run(action)));
    }

    /** Key → action. */
    static Map<KeyCombination, ViewerAction> table() {
        Map<KeyCombination, ViewerAction> table = new LinkedHashMap<>();
        for (ViewerAction action : ViewerAction.values()) {
            table.put(KeyCombination.valueOf(action.key()), action);
        }
        return table;
    }
}
