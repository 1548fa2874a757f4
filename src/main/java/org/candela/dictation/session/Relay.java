package org.candela.dictation.session;

import java.util.UUID;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.jspecify.annotations.Nullable;

/** Which report listens, and to which its words go. Safe from any thread; the listener is called without a lock held. */
final class Relay {
    private static final TranscriptListener NOBODY = new TranscriptListener() {
        @Override
        public void partial(UUID utterance, Transcript soFar) {}

        @Override
        public void said(UUID utterance, Transcript words) {}
    };

    private @Nullable Aim aim;
    private Aim last = new Aim("none", NOBODY);

    /** The report on the desk. */
    record Aim(String draftId, TranscriptListener listener) {}

    /** The aim before it. */
    synchronized @Nullable Aim aim(@Nullable Aim now) {
        Aim before = aim;
        aim = now;
        last = now == null ? last : now;
        return before;
    }

    synchronized @Nullable Aim aim() {
        return aim;
    }

    /** Also after it left the desk: a voice may be noticed in that moment. */
    synchronized Aim lastAim() {
        return last;
    }

    private @Nullable TranscriptListener of(String draftId) {
        Aim now = aim();
        return now != null && now.draftId().equals(draftId) ? now.listener() : null;
    }

    void began(LiveSound live) {
        TranscriptListener listener = of(live.draftId());
        if (listener != null) {
            listener.began(live.id());
        }
    }

    void partial(String draftId, UUID id, Transcript soFar) {
        TranscriptListener listener = of(draftId);
        if (listener != null) {
            listener.partial(id, soFar);
        }
    }

    /** Whether its report is on the desk and was told. */
    boolean said(String draftId, UUID id, Transcript words) {
        TranscriptListener listener = of(draftId);
        if (listener != null) {
            listener.said(id, words);
        }
        return listener != null;
    }
}
