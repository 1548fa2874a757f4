package org.candela.viewer.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.dicom.object.document.EncapsulatedPdf;
import org.candela.dicom.object.document.PdfPages;
import org.candela.image.RasterArgb;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of a PDF, drawn on {@code io}. Used on one thread; the pages by one task at a time. */
// [impl->req~document.pages~1]
final class PdfSource implements PageSource {
    private static final Logger LOG = LoggerFactory.getLogger(PdfSource.class);
    /** Longer than the pages allow themselves; what is in the midst of one operation then is given up. */
    private static final long PATIENCE_SECONDS = 30;

    private static final int MOST_SEARCHED = 500;

    private final PdfPages pages;
    private final Executor io;
    private final AtomicReference<@Nullable PageView> newest = new AtomicReference<>();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(true);

    private PdfSource(PdfPages pages, Executor io) {
        this.pages = pages;
        this.io = io;
    }

    static PdfSource open(EncapsulatedPdf pdf, Executor io) throws CandelaException {
        return new PdfSource(PdfPages.open(pdf), io);
    }

    @Override
    public int count() {
        return pages.count();
    }

    @Override
    public CompletableFuture<DrawnPage> draw(PageView view) {
        newest.set(view);
        return next(() -> drawn(view));
    }

    /** A page that was turned while it waited is not drawn. */
    private DrawnPage drawn(PageView view) throws CandelaException {
        if (!view.equals(newest.get())) {
            throw new CancellationException("another page is wanted");
        }
        PdfPages.Size size = pages.size(view.index());
        RasterArgb raster = pages.page(view.index(), view.pageWidth(size.widthMm(), size.heightMm()));
        return new DrawnPage(view, view.paper().on(raster), size.widthMm());
    }

    @Override
    public CompletableFuture<List<Integer>> pagesWith(String words) {
        return next(() -> {
            List<Integer> found = new ArrayList<>();
            for (int index = 0; index < Math.min(MOST_SEARCHED, count()); index++) {
                // Words are broken at line ends, where one blank is meant.
                String text = pages.text(index).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
                if (text.contains(words)) {
                    found.add(index);
                }
            }
            return found;
        });
    }

    @Override
    public void close() {
        last = last.handleAsync(
                (done, failed) -> {
                    try {
                        pages.close();
                    } catch (IOException e) {
                        LOG.warn("pages of a document not closed", e);
                    }
                    return true;
                },
                io);
    }

    private <T> CompletableFuture<T> next(Async.Task<T> task) {
        CompletableFuture<T> done = last.handleAsync((before, failed) -> Async.call(task), io);
        last = done;
        return done.copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
