package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.linguist.acoustic.AcousticModel;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.candela.dictation.SpeechException;
import org.candela.dictation.language.ReportLanguage;

/**
 * The English voice of {@code sphinx4-data}: how sounds sound, and the general dictionary. Loading takes a second or two and
 * about 60 MB. One thread at a time: its scores are kept for the frame that was scored last.
 */
final class SphinxVoice {
    private static final String MODELS = "/edu/cmu/sphinx/models/en-us/";
    private static final String DICTIONARY = MODELS + "cmudict-en-us.dict";
    /** Held here, since loggers that nobody holds forget their level. Parts of the front end log by their simple names. */
    private static final List<Logger> TALKATIVE = Stream.of("edu.cmu.sphinx", "BatchCMN", "AutoCepstrum")
            .map(Logger::getLogger)
            .toList();

    private static final float MIXTURE_WEIGHT_FLOOR = 1e-7f;
    private static final float VARIANCE_FLOOR = 1e-4f;
    private static final int TOP_GAUSSIANS = 4;

    private final UnitManager units;
    private final Sphinx3Loader loader;
    private final AcousticModel sounds;
    private long nextSample;

    private SphinxVoice(Sphinx3Loader loader, UnitManager units) {
        this.loader = loader;
        this.units = units;
        this.sounds = new TiedStateAcousticModel(loader, units, true);
    }

    static SphinxVoice load() throws SpeechException {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        URL folder = SphinxVoice.class.getResource(MODELS + "en-us/mdef");
        if (folder == null) {
            throw new SpeechException("speech.no-voice", "sphinx4-data is missing in this program");
        }
        try {
            URL model = new URL(folder.toString().replaceFirst("mdef$", ""));
            UnitManager units = new UnitManager();
            SphinxVoice voice = new SphinxVoice(
                    new Sphinx3Loader(model, units, 0, MIXTURE_WEIGHT_FLOOR, VARIANCE_FLOOR, TOP_GAUSSIANS, true),
                    units);
            voice.sounds.allocate();
            return voice;
        } catch (IOException e) {
            throw new SpeechException("speech.no-voice", "the voice in sphinx4-data cannot be read", e);
        }
    }

    UnitManager units() {
        return units;
    }

    Sphinx3Loader loader() {
        return loader;
    }

    AcousticModel sounds() {
        return sounds;
    }

    /** A number for the first sample of an utterance, so far from all others that no frame has the same. */
    long utterance() {
        nextSample += 1L << 32;
        return nextSample;
    }

    /** The general dictionary, as lines. */
    static BufferedReader dictionary() throws IOException {
        InputStream in = SphinxVoice.class.getResourceAsStream(DICTIONARY);
        if (in == null) {
            throw new IOException("sphinx4-data is missing in this program");
        }
        return ReportLanguage.lines(in);
    }
}
