package org.candela.net.web;

import java.util.StringJoiner;
import org.candela.base.Uid;

/**
 * Who wants to be told of changes to what (PS3.18 §11.10).
 *
 * @param target a workitem, or one of the well-known UIDs of all of them
 * @param aeTitle of the subscriber, 1 to 16 characters
 * @param filter which of all workitems; empty for no filter
 * @param lock whether the server keeps a finished workitem until it is unsubscribed from
 */
public record UpsSubscription(Uid target, String aeTitle, QidoQuery filter, DeletionLock lock) {
    private static final Uid GLOBAL = new Uid("1.2.840.10008.5.1.4.34.5");
    private static final Uid FILTERED_GLOBAL = new Uid("1.2.840.10008.5.1.4.34.5.1");

    /** Whether the server keeps a finished workitem until its subscriber has let go of it. */
    public enum DeletionLock {
        LOCKED,
        UNLOCKED
    }

    public UpsSubscription {
        if (!aeTitle.matches("[A-Za-z0-9_.-]{1,16}")) {
            throw new IllegalArgumentException(
                    "no AE title for a path: 1 to 16 letters, digits, \"_\", \".\" or \"-\"");
        }
    }

    /** To one workitem. */
    public static UpsSubscription to(Uid workitem, String aeTitle) {
        return new UpsSubscription(workitem, aeTitle, QidoQuery.all(), DeletionLock.UNLOCKED);
    }

    /** To all workitems, those to come as well. */
    public static UpsSubscription toAll(String aeTitle) {
        return new UpsSubscription(GLOBAL, aeTitle, QidoQuery.all(), DeletionLock.UNLOCKED);
    }

    /** To all workitems that match {@code filter}. */
    public static UpsSubscription toAll(String aeTitle, QidoQuery filter) {
        return new UpsSubscription(FILTERED_GLOBAL, aeTitle, filter, DeletionLock.UNLOCKED);
    }

    String path() {
        return "/workitems/" + target + "/subscribers/" + aeTitle;
    }

    String pathAndQuery() {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.add("deletionlock=" + (lock == DeletionLock.LOCKED));
        if (!filter.matches().isEmpty()) {
            // PS3.18 §11.10.1.2: the filter is one parameter whose value is the list of matching parameters.
            query.add("filter=" + QidoQuery.encode(filter.keys()));
        }
        return path() + query;
    }

    /** Without the values of the filter, which may hold patient data. */
    @Override
    public String toString() {
        return "UpsSubscription[" + target + ", " + aeTitle + "]";
    }
}
