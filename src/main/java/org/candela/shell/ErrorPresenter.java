package org.candela.shell;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.candela.base.CandelaException;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a failure into what the user reads: what happened, what to do, and a code that stays the same. Any thread.
 *
 * <p>Failures of the environment carry their code and say in their message what and where. Everything else is a bug: it
 * is logged with its trace, and the user learns that nothing was lost and what to quote.
 */
// [impl->req~shell.errors~1]
public final class ErrorPresenter implements Consumer<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);

    private final Consumer<Problem> display;
    private final Messages words = Messages.of(ErrorPresenter.class);

    /** @param display shows a problem; must find its own way onto the FX thread */
    public ErrorPresenter(Consumer<Problem> display) {
        this.display = display;
    }

    @Override
    public void accept(Throwable failure) {
        Throwable cause = unwrap(failure);
        Problem problem = describe(cause);
        if (cause instanceof CandelaException) {
            LOG.warn("{} [{}]", cause.getMessage(), problem.code());
        } else {
            LOG.error("a bug [{}]", problem.code(), cause);
        }
        display.accept(problem);
    }

    Problem describe(Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof CandelaException known) {
            String key = wordsFor(known.code());
            return new Problem(
                    words.text(key + ".title"),
                    words.text(key + ".action", String.valueOf(known.getMessage())),
                    known.code());
        }
        return new Problem(
                words.text("error.bug.title"),
                words.text("error.bug.action"),
                "bug." + cause.getClass().getSimpleName());
    }

    /** The words for the code itself, else for its room: {@code store.busy}, then {@code store}, then any. */
    private String wordsFor(String code) {
        for (String prefix = code; !prefix.isEmpty(); prefix = parent(prefix)) {
            if (words.has("error." + prefix + ".title")) {
                return "error." + prefix;
            }
        }
        return "error.any";
    }

    private static String parent(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? "" : code.substring(0, dot);
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean isWrapper = failure instanceof CompletionException || failure instanceof ExecutionException;
        return isWrapper && cause != null ? unwrap(cause) : failure;
    }
}
