package org.candela.displayqa.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candela.displayqa.measure.QaException;
import org.candela.displayqa.measure.ToldConditions;

/** What the reader tells of the conditions of the next run. Set on the FX thread, asked by the device thread. */
// [impl->req~displayqa.page-conditions~1]
final class ConditionsViewModel {
    private static final Typed NOTHING = new Typed("", false);

    private final AtomicReference<Typed> typed = new AtomicReference<>(NOTHING);
    private final StringProperty temperature = new SimpleStringProperty("") {
        @Override
        protected void invalidated() {
            String text = get();
            typed.updateAndGet(before -> new Typed(text, before.isCleaned()));
        }
    };
    private final BooleanProperty cleaned = new SimpleBooleanProperty() {
        @Override
        protected void invalidated() {
            boolean isCleaned = get();
            typed.updateAndGet(before -> new Typed(before.celsius(), isCleaned));
        }
    };

    private record Typed(String celsius, boolean isCleaned) {}

    /** Temperature of the room in °C as typed, with a point or a comma; blank where it is not told. */
    StringProperty temperatureProperty() {
        return temperature;
    }

    /** Whether the screen was cleaned before the next run. */
    BooleanProperty cleanedProperty() {
        return cleaned;
    }

    /** A run was kept: whether the screen is clean before the next one is not known. */
    void forget() {
        cleaned.set(false);
    }

    /** @throws QaException {@code displayqa.bad-temperature} for what no room has */
    ToldConditions told() throws QaException {
        Typed now = typed.get();
        Optional<Boolean> isCleaned = now.isCleaned() ? Optional.of(true) : Optional.empty();
        try {
            String celsius = now.celsius().strip().replace(',', '.');
            return new ToldConditions(
                    celsius.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(celsius)), isCleaned);
        } catch (IllegalArgumentException e) {
            throw new QaException(
                    "displayqa.bad-temperature", "\"" + now.celsius() + "\" is no temperature of a room in °C", e);
        }
    }
}
