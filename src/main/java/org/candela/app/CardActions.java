package org.candela.app;

import java.util.List;
import java.util.Locale;
import org.candela.base.CandelaException;
import org.candela.practice.Practice;
import org.candela.practice.ReadingLocation;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.room.RoomBook;
import org.candela.readiness.room.RoomBook.Window;
import org.candela.readiness.room.Thermometers;
import org.candela.readiness.ui.CardAction;
import org.candela.ui.Messages;

/** What the reader says about the room and the place where the card asks for it. */
final class CardActions {
    private static final String NOISE = "room.noise";
    private static final String TEMPERATURE = "room.temperature";
    private static final String WINDOW = "room.window";

    private final House house;
    private final String reader;
    private final Messages words = Messages.of(CardActions.class);

    CardActions(House house, String reader) {
        this.house = house;
        this.reader = reader;
    }

    List<CardAction> all() {
        House.Base base = house.base();
        RoomBook book = new RoomBook(new Journal(base.database(), base.audit(), base.clock()));
        return List.of(
                action(WINDOW, "card.window.none", "", typed -> book.attestWindow(Window.NONE, reader)),
                action(WINDOW, "card.window.bright", "", typed -> book.attestWindow(Window.BRIGHT, reader)),
                action(
                        NOISE,
                        "card.noise",
                        "card.noise.prompt",
                        typed -> book.attestNoise(number(typed), words.text("card.noise.source"), reader)),
                action(TEMPERATURE, "card.temperature", "card.temperature.prompt", typed -> temperature(book, typed)),
                action("location", "card.location", "", typed -> stay()));
    }

    private interface Saying {
        void with(String typed) throws CandelaException;
    }

    private CardAction action(String item, String label, String prompt, Saying saying) {
        return new CardAction(
                item, words.text(label), prompt.isBlank() ? "" : words.text(prompt), typed -> say(saying, typed));
    }

    private static void say(Saying saying, String typed) throws CandelaException {
        try {
            saying.with(typed);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("app.bad-figure", String.valueOf(e.getMessage()), e);
        }
    }

    /** Nothing typed reads the sensor of the room, where one was named. */
    private void temperature(RoomBook book, String typed) throws CandelaException {
        if (!typed.isBlank()) {
            book.attestTemperature(number(typed), words.text("card.temperature.source"), reader);
            return;
        }
        Thermometers.Sensor sensor = Thermometers.OF_THIS_MACHINE
                .ofRoom(book.thermometer())
                .orElseThrow(() -> new CandelaException("app.no-thermometer", words.text("card.temperature.none")));
        book.keepTemperature(sensor.celsius(), sensor.name(), reader);
    }

    /** The place of the last shift, said again for this one. */
    private void stay() throws CandelaException {
        Practice practice = new Practice(
                house.base().database(), house.base().audit(), house.base().clock());
        ReadingLocation last = practice.records()
                .location()
                .orElseThrow(() -> new CandelaException("app.no-location", words.text("card.location.none")));
        practice.enter(
                List.of(new ReadingLocation(
                        last.country(), last.place(), house.base().clock().instant())),
                reader);
    }

    private double number(String typed) throws CandelaException {
        try {
            return Double.parseDouble(typed.strip().replace(',', '.').toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            throw new CandelaException("app.bad-figure", words.text("card.no-number", typed), e);
        }
    }
}
