package org.candela.report.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.candela.dictation.Dictation;
import org.candela.dictation.DictationStanding;
import org.candela.dictation.SpokenSpan;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;

/** A dictation in which the test speaks. Words written {@code word?} are ones the engine is not sure of. */
public final class PlayedDictation implements Dictation {
    public final List<UUID> taken = new ArrayList<>();
    public final List<UUID> discarded = new ArrayList<>();
    public final List<SpokenSpan> replayed = new ArrayList<>();
    private final List<Consumer<DictationStanding>> listeners = new ArrayList<>();
    private TranscriptListener listener = new TranscriptListener() {
        @Override
        public void partial(UUID utterance, Transcript soFar) {
            throw new IllegalStateException("no report is on the desk");
        }

        @Override
        public void said(UUID utterance, Transcript words) {
            throw new IllegalStateException("no report is on the desk");
        }
    };
    public String draft = "";
    public int aims;

    public UUID begin() {
        UUID utterance = UUID.randomUUID();
        listener.began(utterance);
        return utterance;
    }

    public void partial(UUID utterance, String words) {
        listener.partial(utterance, transcript(words));
    }

    public void said(UUID utterance, String words) {
        listener.said(utterance, transcript(words));
    }

    /** A whole utterance. */
    public UUID say(String words) {
        UUID utterance = begin();
        partial(utterance, words);
        said(utterance, words);
        return utterance;
    }

    public void stand(DictationStanding.State state) {
        listeners.forEach(one -> one.accept(new DictationStanding(state, 0, "")));
    }

    private static Transcript transcript(String words) {
        List<SpokenWord> spoken = new ArrayList<>();
        for (String word : words.isBlank() ? new String[0] : words.split(" ")) {
            Duration start = Duration.ofMillis(300L * spoken.size());
            boolean isSure = !word.endsWith("?");
            spoken.add(new SpokenWord(
                    isSure ? word : word.substring(0, word.length() - 1),
                    isSure ? 0.95 : 0.2,
                    start,
                    start.plusMillis(280)));
        }
        return new Transcript(spoken);
    }

    @Override
    public void aim(String draftId, TranscriptListener to) {
        aims++;
        draft = draftId;
        listener = to;
    }

    @Override
    public void rest() {
        draft = "";
    }

    @Override
    public void talk() {
        stand(DictationStanding.State.LISTENING);
    }

    @Override
    public void hush() {
        stand(DictationStanding.State.IDLE);
    }

    @Override
    public void taken(UUID utterance) {
        taken.add(utterance);
    }

    @Override
    public void discard(UUID utterance) {
        discarded.add(utterance);
    }

    @Override
    public void replay(SpokenSpan span) {
        replayed.add(span);
    }

    @Override
    public void onChange(Consumer<DictationStanding> added) {
        listeners.add(added);
    }
}
