package org.candela.dictation.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.candela.dictation.sound.LevelMeter;
import org.candela.dictation.sound.Recorder;
import org.candela.dictation.sound.SoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the recorder, on its thread: cuts what is said into utterances, tells levels and lost microphones. */
// [impl->req~dictation.lost-microphone~1]
final class Ear implements Recorder.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

    private final Splitter splitter;
    private final Troubles troubles;
    private final Runnable changed;
    private final List<Consumer<LevelMeter.Reading>> levels = new CopyOnWriteArrayList<>();
    private volatile boolean isHearing;

    Ear(Splitter splitter, Troubles troubles, Runnable changed) {
        this.splitter = splitter;
        this.troubles = troubles;
        this.changed = changed;
    }

    void onLevel(Consumer<LevelMeter.Reading> listener) {
        levels.add(listener);
    }

    /** Whether somebody speaks; any thread. */
    boolean isHearing() {
        return isHearing;
    }

    @Override
    public void began() {
        splitter.began();
        hearing();
    }

    @Override
    public void sound(short[] frame) {
        splitter.sound(frame);
        hearing();
    }

    @Override
    public void ended() {
        splitter.ended();
        hearing();
    }

    private void hearing() {
        if (isHearing != splitter.isHearing()) {
            isHearing = splitter.isHearing();
            changed.run();
        }
    }

    @Override
    public void level(LevelMeter.Reading reading) {
        levels.forEach(listener -> listener.accept(reading));
    }

    @Override
    public void lost(SoundException why) {
        if (troubles.set(Troubles.Source.MICROPHONE, String.valueOf(why.getMessage()))) {
            LOG.warn("the microphone is lost [{}]", why.code(), why);
        }
        changed.run();
    }

    @Override
    public void found() {
        if (troubles.clear(Troubles.Source.MICROPHONE)) {
            changed.run();
        }
    }
}
