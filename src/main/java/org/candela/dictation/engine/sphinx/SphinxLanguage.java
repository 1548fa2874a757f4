package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.util.LogMath;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.candela.dictation.language.ReportModel;
import org.candela.dictation.language.TrigramModel;

/** A {@link ReportModel} for sphinx4, in its logarithms. */
final class SphinxLanguage implements LanguageModel {
    private static final int DEPTH = 3;
    private static final double LEAST = 1e-30;

    private final ReportModel model;
    private final Set<String> vocabulary;
    private final LogMath logMath = LogMath.getLogMath();
    private final Map<String, Integer> ids = new HashMap<>();

    SphinxLanguage(ReportModel model) {
        this.model = model;
        this.vocabulary = new HashSet<>(model.vocabulary());
        vocabulary.add(TrigramModel.START);
        vocabulary.add(TrigramModel.END);
        vocabulary.forEach(word -> ids.put(word, model.id(word)));
    }

    @Override
    public float getProbability(WordSequence sequence) {
        int last = sequence.size() - 1;
        double probability = model.probability(id(sequence, last - 2), id(sequence, last - 1), id(sequence, last));
        return logMath.linearToLog(Math.max(LEAST, probability));
    }

    private int id(WordSequence sequence, int at) {
        return at < 0 ? 0 : ids.getOrDefault(sequence.getWord(at).getSpelling(), 0);
    }

    @Override
    public float getSmear(WordSequence sequence) {
        return LogMath.LOG_ONE;
    }

    @Override
    public Set<String> getVocabulary() {
        return vocabulary;
    }

    @Override
    public int getMaxDepth() {
        return DEPTH;
    }

    @Override
    public void onUtteranceEnd() {
        // nothing is kept of an utterance
    }

    @Override
    public void allocate() {
        // the model is there
    }

    @Override
    public void deallocate() {
        // nothing is held outside the heap
    }

    @Override
    public void newProperties(PropertySheet sheet) {
        // made by its constructor
    }
}
