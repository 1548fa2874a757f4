package org.candela.viewer.export;

/** Told how far an export is. Called on the thread that exports. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (done, total) -> {};

    /** {@code done} of {@code total} frames or objects are written. */
    void at(int done, int total);
}
