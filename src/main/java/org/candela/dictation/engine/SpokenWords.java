package org.candela.dictation.engine;

import java.util.List;
import org.candela.dictation.language.AddedWord;

/** What an engine is to know beside its own language. Asked each time that it opens, on the thread that opens it. */
public interface SpokenWords {
    /** Nothing beside its own language. */
    SpokenWords NONE = new SpokenWords() {
        @Override
        public List<String> commands() {
            return List.of();
        }

        @Override
        public List<AddedWord> added() {
            return List.of();
        }
    };

    /** Phrases that are commands, in small letters: {@code next field}. */
    List<String> commands();

    /** Words of the reader and of facilities. */
    List<AddedWord> added();
}
