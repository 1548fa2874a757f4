package org.candela.viewer.tool;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the reader is being asked on the image that keys act on: one thing at a time. Used on the thread of the session. */
public final class Asking {
    /** Nobody types so much by intention. */
    private static final int LONGEST = 100;

    private static final String TOO_LONG = "viewer.refused.long";

    private final Runnable changed;
    private @Nullable Question question;

    /** @param changed run after every change */
    public Asking(Runnable changed) {
        this.changed = changed;
    }

    /** What is being asked. */
    public Optional<Question> question() {
        return Optional.ofNullable(question);
    }

    /** Asks this, and no longer what was asked before. */
    public void ask(Question asked) {
        question = asked;
        changed.run();
    }

    /** Answers; the key of the words that say why the answer will not do, empty when it was taken or nothing is asked. */
    public Optional<String> answer(String text) {
        Question now = question;
        if (now == null) {
            return Optional.empty();
        }
        Optional<String> refusal =
                text.length() > LONGEST ? Optional.of(TOO_LONG) : now.answer().apply(text.strip());
        if (refusal.isEmpty() && now.equals(question)) {
            drop();
        }
        return refusal;
    }

    /** Asks no more. */
    public void drop() {
        if (question != null) {
            question = null;
            changed.run();
        }
    }
}
