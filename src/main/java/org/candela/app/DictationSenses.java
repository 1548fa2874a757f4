package org.candela.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candela.base.CandelaException;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.candela.dictation.check.DictationDesk;
import org.candela.dictation.keep.Choices;
import org.candela.dictation.keep.TaughtButtons;
import org.candela.dictation.session.DictationSession;
import org.candela.dictation.session.EngineState;
import org.candela.dictation.sound.JavaSound;
import org.candela.dictation.sound.Level;
import org.candela.dictation.sound.Microphone;
import org.candela.dictation.sound.WavMicrophone;
import org.candela.pad.hid.Hid4JavaButtons;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.vault.VaultDoor;

/** What the card is told of dictation on this machine. Blocks. */
final class DictationSenses implements DictationDesk {
    private static final Duration PEDAL = Duration.ofSeconds(2);
    private static final long LATELY_NANOS = Duration.ofSeconds(10).toNanos();

    private final Database database;
    private final VaultDoor door;
    private final Executors executors;
    private final Engine engine;
    private volatile Listened listened = new Listened(Level.NOTHING, System.nanoTime() - 2 * LATELY_NANOS);

    private record Listened(Level level, long atNanos) {}

    /** The engine of the process. */
    interface Engine {
        EngineState state();

        String standing();
    }

    DictationSenses(House house, Executors executors, Engine engine) {
        this.database = house.base().database();
        this.door = house.reached().web().door();
        this.executors = executors;
        this.engine = engine;
    }

    /** In the open room: what its session has, loaded when it is first asked for. */
    static DictationSenses of(House house, Executors executors, DictationSession session) {
        DictationSenses senses = new DictationSenses(house, executors, new Engine() {
            @Override
            public EngineState state() {
                return session.load();
            }

            @Override
            public String standing() {
                return session.engine();
            }
        });
        session.onLevel(reading -> senses.listened = new Listened(reading.level(), System.nanoTime()));
        return senses;
    }

    /** At the terminal: the engine is opened once, and closed. */
    static DictationSenses of(House house, Executors executors, SpeechEngine engine) {
        return new DictationSenses(house, executors, new Engine() {
            @Override
            public EngineState state() {
                try {
                    Optional<Transcriber> opened = engine.open();
                    opened.ifPresent(Transcriber::close);
                    return opened.isPresent() ? EngineState.LOADED : EngineState.MISSING;
                } catch (SpeechException e) {
                    return EngineState.FAILED;
                }
            }

            @Override
            public String standing() {
                return engine.standing();
            }
        });
    }

    /** The microphones of this machine, and files in their place where the environment names some. */
    static List<Microphone> plugged() {
        List<Path> files = Config.microphone();
        return files.isEmpty()
                ? JavaSound.microphones()
                : List.of(new WavMicrophone(files, WavMicrophone.Pace.REAL_TIME));
    }

    /** What was chosen on this machine. */
    static Choices choices(Database database) {
        return new Choices(database, MachineFacts.here().host().value().orElse("this machine"));
    }

    @Override
    public List<Microphone> microphones() {
        return plugged();
    }

    @Override
    public Optional<String> chosen() throws CandelaException {
        return Config.microphone().isEmpty() ? choices(database).microphone() : Optional.empty();
    }

    @Override
    public Optional<Level> heard() {
        Listened last = listened;
        return System.nanoTime() - last.atNanos() < LATELY_NANOS ? Optional.of(last.level()) : Optional.empty();
    }

    @Override
    public EngineState engine() {
        return engine.state();
    }

    @Override
    public String engineStanding() {
        return engine.standing();
    }

    @Override
    public Seal seal() {
        if (!door.exists()) {
            return Seal.PLAIN;
        }
        return door.isLocked() ? Seal.LOCKED : Seal.SEALED;
    }

    /** On the device thread, so that no two look through the devices of the machine at once. */
    @Override
    public Pedal pedal() {
        try {
            Set<String> taught = TaughtButtons.load(database).devices();
            if (taught.isEmpty()) {
                return Pedal.NOT_TAUGHT;
            }
            boolean isThere = CompletableFuture.supplyAsync(
                            () -> !new Hid4JavaButtons().plugged(taught).isEmpty(), executors.device())
                    .get(PEDAL.toMillis(), TimeUnit.MILLISECONDS);
            return isThere ? Pedal.PLUGGED_IN : Pedal.AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Pedal.NOT_LOOKED_FOR;
        } catch (StoreException | ExecutionException | TimeoutException e) {
            return Pedal.NOT_LOOKED_FOR;
        }
    }
}
