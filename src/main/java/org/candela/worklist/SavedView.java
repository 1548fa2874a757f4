package org.candela.worklist;

/**
 * A filter of the list that the reader keeps.
 *
 * @param name as the reader calls it, at most {@value #LONGEST} letters
 */
public record SavedView(String name, ListFilter filter) {
    static final int LONGEST = 40;

    public SavedView {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a view needs a name of at most " + LONGEST + " letters");
        }
    }
}
