package org.candela.study.frames;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.Frame;
import org.candela.image.OverlayPlane;
import org.candela.image.PixelLayout;
import org.candela.study.LoadedFrame;

/** A frame whose samples lie in pages outside the heap. All that changes is guarded by its cache. */
final class HeldFrame {
    private final PixelLayout layout;
    private final ImageDescription description;
    private final List<OverlayPlane> overlays;
    private final int[] pages;
    private WeakReference<LoadedFrame> live;
    private int readers;
    private boolean isGivenUp;

    HeldFrame(LoadedFrame loaded, int[] pages) {
        this.layout = loaded.frame().layout();
        this.description = loaded.description();
        this.overlays = loaded.overlays();
        this.pages = pages;
        this.live = new WeakReference<>(loaded);
    }

    /** Its copy on the heap, while anybody has one. */
    Optional<LoadedFrame> live() {
        return Optional.ofNullable(live.get());
    }

    void revived(LoadedFrame copy) {
        live = new WeakReference<>(copy);
    }

    int pageCount() {
        return pages.length;
    }

    /** A new copy on the heap; between {@link #beginReading()} and {@link #endReading()}. */
    LoadedFrame read(PageStore store) {
        short[] samples = store.read(pages, Math.toIntExact(layout.sampleCount()));
        return new LoadedFrame(new Frame(layout, samples), description, overlays);
    }

    void beginReading() {
        readers++;
    }

    /** Pages to give back now. */
    Optional<int[]> endReading() {
        readers--;
        return isGivenUp && readers == 0 ? Optional.of(pages) : Optional.empty();
    }

    /** Pages to give back now; later, when it is being read. */
    Optional<int[]> giveUp() {
        isGivenUp = true;
        return readers == 0 ? Optional.of(pages) : Optional.empty();
    }
}
