package org.candela.viewer.document;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.object.ObjectReference;

/** An open document with the place in it that the reader is at. Used on the thread of the session. */
public interface Reading {
    /** Moves; whether the step means anything here. */
    boolean take(DocumentStep step);

    /** Looks for words from here on, whatever their case; empty words find nothing. */
    void find(String words);

    /** Goes to the next ({@code +1}) or former ({@code -1}) place where the words stand. */
    void findNext(int step);

    /** What was looked for. */
    Search search();

    /** The image that the place speaks of. */
    default Optional<ObjectReference> link() {
        return Optional.empty();
    }

    /** Calls {@code listener} when it changes by itself, as when words were found. */
    default void onChange(Runnable listener) {}

    /** Gives back what it holds. */
    default void close() {}

    /**
     * Words that were looked for.
     *
     * @param hits indices of the lines or pages that have them, from 0, ascending
     * @param current which of the hits the reader is at, from 0; -1 for none
     */
    record Search(String words, List<Integer> hits, int current) {
        /** Nothing was looked for. */
        public static final Search NOTHING = new Search("", List.of(), -1);

        public Search {
            hits = List.copyOf(hits);
        }

        /** Of {@code found}, the first at or after {@code here}, else the first of all. */
        static Search from(String words, List<Integer> found, int here) {
            int next = 0;
            while (next < found.size() && found.get(next) < here) {
                next++;
            }
            return new Search(words, found, found.isEmpty() ? -1 : next % found.size());
        }

        /** The hit {@code step} further, after the last the first. */
        Search moved(int step) {
            return hits.isEmpty() ? this : new Search(words, hits, Math.floorMod(current + step, hits.size()));
        }

        /** Index of the line or page the reader is at; empty when nothing was found. */
        Optional<Integer> at() {
            return current < 0 ? Optional.empty() : Optional.of(hits.get(current));
        }
    }
}
