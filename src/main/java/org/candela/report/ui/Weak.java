package org.candela.report.ui;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Listeners of nodes that come and go, on models that stay. */
final class Weak {
    private Weak() {}

    /** Runs {@code effect} on each change for as long as {@code owner} is used anywhere. FX thread. */
    static InvalidationListener listener(Node owner, Runnable effect) {
        InvalidationListener strong = changed -> {
            if (changed instanceof ObservableValue<?> value) {
                value.getValue(); // or the next change would not be told
            }
            effect.run();
        };
        owner.getProperties().put(strong, strong); // lives as long as the node
        return new WeakInvalidationListener(strong);
    }
}
