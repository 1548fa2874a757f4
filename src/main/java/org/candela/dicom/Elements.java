package org.candela.dicom;

import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Elements ordered by tag, in an array: a file brings them in this order, so that each is appended, and there is neither
 * a node nor a boxed tag for any. An iteration goes over the elements that were there at its beginning.
 */
final class Elements implements Iterable<Element> {
    private static final Element[] NONE = {};

    private Element[] sorted = NONE;
    private int size;
    /** Whether an iterator holds the array, so that a change has to copy it. */
    private boolean isShared;

    int size() {
        return size;
    }

    @Nullable
    Element get(int tag) {
        int place = place(tag);
        return place >= 0 ? sorted[place] : null;
    }

    /** Adds the element in its place, or instead of the one with its tag. */
    void put(Element element) {
        boolean isLast = size == 0 || Integer.compareUnsigned(sorted[size - 1].tag(), element.tag()) < 0;
        int place = isLast ? -size - 1 : place(element.tag());
        own(place < 0 ? size + 1 : size);
        if (place < 0) {
            int free = -place - 1;
            System.arraycopy(sorted, free, sorted, free + 1, size - free);
            sorted[free] = element;
            size++;
        } else {
            sorted[place] = element;
        }
    }

    void remove(int tag) {
        int place = place(tag);
        if (place >= 0) {
            own(size);
            System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
            size--;
        }
    }

    void removeGroupLengths() {
        for (Element element : this) {
            if (Tag.element(element.tag()) == 0) {
                remove(element.tag());
            }
        }
    }

    @Override
    public Iterator<Element> iterator() {
        isShared = true;
        return Arrays.asList(sorted).subList(0, size).iterator();
    }

    private void own(int capacity) {
        if (isShared || capacity > sorted.length) {
            sorted = Arrays.copyOf(sorted, capacity > sorted.length ? Math.max(8, 2 * capacity) : sorted.length);
            isShared = false;
        }
    }

    /** Index of the tag, or of the place where it would stand as {@code -index - 1}. */
    private int place(int tag) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(sorted[middle].tag(), tag);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -low - 1;
    }
}
