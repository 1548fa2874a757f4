package org.candela.displayqa.ui;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candela.displayqa.measure.QaException;
import org.candela.displayqa.measure.ToldConditions;

/** What the reader tells of the conditions of the next run. Set on the FX thread, asked by the device thread. */
// [impl->req~displayqa.page-conditions~1]
final class ConditionsViewModel {
    private volatile String celsius = "";
    private volatile boolean isCleaned;
    private final StringProperty temperature = new SimpleStringProperty("") {
        @Override
        protected void invalidated() {
            celsius = get();
        }
    };
    private final BooleanProperty cleaned = new SimpleBooleanProperty() {
        @Override
        protected void invalidated() {
            isCleaned = get();
        }
    };

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
        String typed = celsius.strip().replace(',', '.');
        try {
            return new ToldConditions(
                    typed.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(typed)),
                    isCleaned ? Optional.of(true) : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new QaException(
                    "displayqa.bad-temperature", "\"" + typed + "\" is no temperature of a room in °C", e);
        }
    }
}
