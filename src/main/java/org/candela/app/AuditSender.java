package org.candela.app;

import java.util.concurrent.TimeUnit;
import org.candela.audit.export.Forwarding;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends audit messages while the workstation runs, if a repository was named. */
// [impl->req~audit.forward~1]
final class AuditSender {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSender.class);
    private static final int SECONDS = 60;

    private final Forwarding forwarding;
    private final Secrets secrets;
    private boolean isFailing;

    AuditSender(Forwarding forwarding, Secrets secrets) {
        this.forwarding = forwarding;
        this.secrets = secrets;
    }

    /** From now on, until the executors close. */
    void start(Executors executors) {
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(() -> executors.io().execute(this::send), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void send() {
        try {
            var standing = forwarding.standing();
            if (standing.isPresent()) {
                forwarding.send(AuditDesk.trust(standing.orElseThrow().collector(), secrets), new Cancellation());
            }
            isFailing = false;
        } catch (CandelaException e) {
            warnOnce(e);
        }
    }

    /** The card tells it as long as it lasts; the log once. */
    private void warnOnce(CandelaException failure) {
        if (!isFailing) {
            LOG.warn("the audit repository takes nothing [{}]", failure.code());
        }
        isFailing = true;
    }
}
