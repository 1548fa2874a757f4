package org.candela.viewer.document;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Draws the pages of one document elsewhere than on the calling thread, one after the other. */
public interface PageSource {
    /** Number of pages, at least 1. */
    int count();

    /** Draws a page; the future fails with a {@code CandelaException}. */
    CompletableFuture<DrawnPage> draw(PageView view);

    /** The pages on which {@code words} stand, whatever their case, from 0. */
    CompletableFuture<List<Integer>> pagesWith(String words);

    /** Gives its memory back once nothing is being drawn. */
    void close();
}
