package org.candela.readiness.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.readiness.Evidence.Basis;
import org.candela.readiness.journal.Entry;
import org.candela.readiness.journal.Entry.Kind;
import org.candela.readiness.journal.Journal;
import org.candela.store.StoreException;

/** What is on file about the room. Any thread; blocks on the disk. */
// [impl->req~readiness.noise~1]
// [impl->req~readiness.temperature~1]
// [impl->req~readiness.window~1]
public final class RoomBook {
    private static final String ROOM = "room";
    private static final double QUIETEST = 0;
    private static final double LOUDEST = 140;
    private static final double COLDEST = -30;
    private static final double HOTTEST = 60;

    private final Journal journal;

    public RoomBook(Journal journal) {
        this.journal = journal;
    }

    /**
     * A figure of the room.
     *
     * @param value dB(A) or °C
     * @param source the instrument, or the person's
     */
    public record Figure(double value, Basis basis, String source, Instant at) {}

    /**
     * How far a microphone's level is from a sound level meter's.
     *
     * @param offset dB that are added to the level below full scale
     * @param microphone it holds for this one
     * @param meter what it was compared with
     */
    public record Calibration(double offset, String microphone, String meter, Instant at) {
        /** The sound, dB(A). */
        public double level(SoundLevel heard) {
            return heard.dbFullScale() + offset;
        }
    }

    /** Keeps what a sound level meter read beside the microphone at the same time. */
    public Calibration calibrate(SoundLevel heard, String microphone, double meterDba, String meter, String by)
            throws StoreException {
        double offset = within(meterDba, QUIETEST, LOUDEST, "dB(A)") - heard.dbFullScale();
        journal.enter(
                new Entry(
                        Kind.MICROPHONE,
                        microphone,
                        body().put("offset", offset).put("meter", named(meter))),
                by);
        return calibration(microphone).orElseThrow();
    }

    /** What is known of a microphone; empty for one that was never compared with a meter. */
    public Optional<Calibration> calibration(String microphone) throws StoreException {
        return journal.latest(Kind.MICROPHONE, microphone)
                .map(kept -> new Calibration(
                        kept.body().path("offset").asDouble(),
                        microphone,
                        kept.body().path("meter").asText(),
                        kept.at()));
    }

    /** Keeps what was heard; without a calibration of the microphone as a level that no limit is held against. */
    public void keepNoise(SoundLevel heard, String microphone, String by) throws StoreException {
        ObjectNode body = body().put("fullScale", heard.dbFullScale()).put("source", microphone);
        calibration(microphone).ifPresent(known -> body.put("value", known.level(heard)));
        journal.enter(new Entry(Kind.NOISE, ROOM, body.put("basis", Basis.MEASURED.name())), by);
    }

    /** Keeps what a person read from a sound level meter. */
    public void attestNoise(double dba, String meter, String by) throws StoreException {
        attest(Kind.NOISE, within(dba, QUIETEST, LOUDEST, "dB(A)"), meter, by);
    }

    /** What is on file about noise; without a value where the microphone is not calibrated. */
    public Optional<Entry.Kept> noise() throws StoreException {
        return journal.latest(Kind.NOISE, ROOM);
    }

    /** Keeps what a sensor that stands in the room read. */
    public void keepTemperature(double celsius, String sensor, String by) throws StoreException {
        ObjectNode body = body().put("value", within(celsius, COLDEST, HOTTEST, "°C"))
                .put("source", named(sensor))
                .put("basis", Basis.MEASURED.name());
        journal.enter(new Entry(Kind.TEMPERATURE, ROOM, body), by);
    }

    /** Keeps what a person read from a thermometer. */
    public void attestTemperature(double celsius, String thermometer, String by) throws StoreException {
        attest(Kind.TEMPERATURE, within(celsius, COLDEST, HOTTEST, "°C"), thermometer, by);
    }

    /** What was read last; empty when nothing was. */
    public Optional<Figure> temperature() throws StoreException {
        return journal.latest(Kind.TEMPERATURE, ROOM).flatMap(RoomBook::figure);
    }

    /** What was read since, oldest first. */
    public List<Figure> temperatures(Instant since) throws StoreException {
        return journal.since(Kind.TEMPERATURE, ROOM, since).stream()
                .flatMap(kept -> figure(kept).stream())
                .toList();
    }

    /** Says which of the machine's sensors stands in the room. */
    public void chooseThermometer(String sensor, String by) throws StoreException {
        journal.enter(new Entry(Kind.THERMOMETER, ROOM, body().put("sensor", sensor)), by);
    }

    /** The sensor that stands in the room; blank when none was named. */
    public String thermometer() throws StoreException {
        return journal.latest(Kind.THERMOMETER, ROOM)
                .map(kept -> kept.body().path("sensor").asText())
                .orElse("");
    }

    /** What the reader sees behind and beside the monitors. */
    public enum Window {
        /** Nothing bright. */
        NONE,
        /** A window or lamp that is bright. */
        BRIGHT
    }

    /** Keeps what the reader sees. */
    public void attestWindow(Window seen, String by) throws StoreException {
        journal.enter(new Entry(Kind.WINDOW, ROOM, body().put("seen", seen.name())), by);
    }

    /** What the reader saw last. */
    public Optional<Entry.Kept> window() throws StoreException {
        return journal.latest(Kind.WINDOW, ROOM);
    }

    private void attest(Kind kind, double value, String source, String by) throws StoreException {
        ObjectNode body =
                body().put("value", value).put("source", named(source)).put("basis", Basis.ATTESTED.name());
        journal.enter(new Entry(kind, ROOM, body), by);
    }

    /** The figure of an entry; empty for one without. */
    static Optional<Figure> figure(Entry.Kept kept) {
        JsonNode value = kept.body().path("value");
        return value.isNumber()
                ? Optional.of(new Figure(
                        value.asDouble(),
                        Basis.valueOf(kept.body().path("basis").asText()),
                        kept.body().path("source").asText(),
                        kept.at()))
                : Optional.empty();
    }

    private static double within(double value, double from, double to, String unit) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(value + " " + unit + " is no figure of a room");
        }
        return value;
    }

    private static String named(String instrument) {
        if (instrument.isBlank()) {
            throw new IllegalArgumentException("say what it was read from");
        }
        return instrument.strip();
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
