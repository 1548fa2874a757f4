package org.candela.facility.trial;

import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.net.dimse.DimseException;
import org.candela.net.web.WebException;

/** What a reader can do about a service that fails. Pure. */
final class Remedies {
    static final String UNREACHABLE =
            "Check network and VPN, then address and port (candela facility services); else call the facility.";

    private static final String SIGN_IN =
            "Sign in anew (candela facility sign-in), or add the facility again with its password.";
    private static final String TRUST = "Ask the facility before you trust another certificate.";
    private static final String NO_SERVICE =
            "The server has no such service at this address: ask the facility for its root, then candela facility change.";
    private static final String SERVER = "The server itself fails: tell the facility.";
    private static final String TITLES = "Ask the facility to enter our AE title, and whether the called one is right.";
    private static final Set<Integer> LOCKED = Set.of(401, 403);
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private Remedies() {}

    static String of(CandelaException failure) {
        if (failure instanceof TrialException told) {
            return told.remedy();
        }
        if (failure instanceof WebException web) {
            return of(web);
        }
        if (failure instanceof DimseException dimse) {
            return switch (dimse.kind()) {
                case REJECTED, ABORTED -> TITLES;
                default -> UNREACHABLE;
            };
        }
        return UNREACHABLE;
    }

    private static String of(WebException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, TIMED_OUT, BROKEN_RESPONSE -> UNREACHABLE;
            case NOT_TRUSTED -> TRUST;
            case SIGN_IN -> SIGN_IN;
            case REFUSED -> ofStatus(failure.status().orElse(0));
            case FOREIGN_PLACE, UNEXPECTED_CONTENT -> NO_SERVICE;
            case LOCAL_DISK -> "Make room on this disk.";
        };
    }

    private static String ofStatus(int status) {
        if (LOCKED.contains(status)) {
            return SIGN_IN;
        }
        if (status >= SERVER_ERROR) {
            return SERVER;
        }
        return status == NOT_FOUND ? NO_SERVICE : "Ask the facility why it refuses.";
    }
}
