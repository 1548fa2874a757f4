package org.candela.app;

import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.base.CandelaException;
import org.candela.dictation.ui.DictationViewModel;
import org.candela.dictation.ui.VocabularyModel;
import org.candela.dictation.ui.VocabularyWindow;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.report.template.Templates;
import org.candela.ui.UiExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the words and the engine of dictation; what is changed there is heard from the next utterance on. FX thread. */
// [impl->req~dictation.words-window~1]
record WordsRoom(Speech speech, House house, Executors executors) {
    private static final Logger LOG = LoggerFactory.getLogger(WordsRoom.class);

    void show(Window owner) {
        House.Base base = house.base();
        VocabularyModel model = new VocabularyModel(
                new Vocabulary(base.database(), base.clock(), speech.reader()),
                new DictationViewModel.Threads(executors.io(), new UiExecutor()),
                this::openAnew);
        new VocabularyWindow(new Stage(), owner, model).open();
    }

    private void openAnew() {
        try {
            speech.session().use(SpeechEngines.ofReader(house.base().ledger(), speech.reader(), Templates.shipped()));
        } catch (CandelaException e) {
            LOG.warn("the engine that was chosen is taken at the next start [{}]", e.code(), e);
        }
    }
}
