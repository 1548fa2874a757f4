package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.frontend.feature.BatchCMN;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.candela.dictation.engine.SecondPass;
import org.candela.dictation.engine.SpokenWords;
import org.candela.dictation.engine.TwoPassTranscriber;
import org.candela.dictation.engine.sphinx.SphinxSearch.Depth;
import org.candela.dictation.language.ReportLanguage;

/**
 * Sphinx4 with the language of radiology reports. A transcriber takes about two seconds of a processor to open and holds about
 * 80 MB of heap until it is closed and dropped; nothing is loaded before. Words and commands are those of the moment it opens.
 */
// [impl->req~dictation.sphinx~1]
public final class SphinxEngine implements SpeechEngine {
    private static final String ID = "sphinx4-radiology-1";

    private final SpokenWords words;

    public SphinxEngine(SpokenWords words) {
        this.words = words;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String standing() {
        return "sphinx4 with Candela's language of radiology reports";
    }

    @Override
    public Optional<Transcriber> open() throws SpeechException {
        try {
            SphinxVoice voice = SphinxVoice.load();
            SphinxLexicon lexicon = lexicon(voice);
            return Optional.of(new TwoPassTranscriber(first(voice, lexicon), second(voice, lexicon)));
        } catch (SpeechException e) {
            throw e;
        } catch (CandelaException e) {
            throw new SpeechException(e.code(), "the language of reports cannot be read", e);
        }
    }

    private SphinxLexicon lexicon(SphinxVoice voice) throws CandelaException {
        ReportLanguage language =
                ReportLanguage.shipped().commanded(words.commands()).with(words.added());
        return SphinxLexicon.of(language, voice);
    }

    private static Transcriber first(SphinxVoice voice, SphinxLexicon lexicon) throws SpeechException {
        Beams beams = Beams.NARROW;
        return new SphinxTranscriber(new SphinxSearch(
                voice, lexicon.linguist(beams.languageWeight()), new RunningMean(), beams, Depth.BEST));
    }

    private static SecondPass second(SphinxVoice voice, SphinxLexicon lexicon) throws SpeechException {
        Beams beams = Beams.WIDE;
        return new SphinxSecondPass(
                new SphinxSearch(
                        voice, lexicon.linguist(beams.languageWeight()), new BatchCMN(), beams, Depth.ALTERNATIVES),
                lexicon.trust());
    }
}
