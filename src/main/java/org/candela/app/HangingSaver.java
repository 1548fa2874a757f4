package org.candela.app;

import java.util.List;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.hanging.HangingProtocol;
import org.candela.viewer.hanging.ProtocolLibrary;
import org.candela.viewer.hanging.ProtocolMaker;

/** Makes a protocol of what hangs, for the next study like the open one. FX thread; waits on {@code io}. */
record HangingSaver(ProtocolLibrary protocols, Executor io) {
    void save(ReadingSession session) {
        session.study().ifPresent(study -> {
            HangingProtocol made = new ProtocolMaker(study, session.priors())
                    .of(session.lightbox().hanging());
            Messages words = Messages.of(HangingSaver.class);
            var unused = Async.supply(
                            () -> {
                                protocols.save(List.of(made));
                                return words.text("protocol.saved", made.name());
                            },
                            io)
                    .exceptionally(failure -> words.text(
                            "protocol.not-saved",
                            String.valueOf(Async.causeOf(failure).getMessage())))
                    .thenAcceptAsync(session::tell, new UiExecutor());
        });
    }
}
