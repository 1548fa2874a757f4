package org.candela.viewer;

import org.candela.viewer.tool.Asking;
import org.candela.viewer.tool.HistogramChoice;
import org.candela.viewer.window.PresetDesk;
import org.candela.viewer.window.PresetLibrary;

/** What lies beside the images of a session and works on the one that keys act on. Used on the thread of the session. */
public final class Instruments {
    private final Asking asking;
    private final PresetDesk presets;
    private final Windows windows;
    private final Magnifier magnifier;
    private final HistogramChoice histogram;

    Instruments(ReadingSession session, ReadingSession.Services services, Runnable changed) {
        this.asking = new Asking(changed);
        this.presets = presets(session, services, changed);
        this.windows = new Windows(
                session::activeViewport, new Windows.Services(session.marks(), asking, session::edit, session::tell));
        this.magnifier = new Magnifier(session::active, session.lightbox());
        this.histogram = new HistogramChoice(changed);
    }

    private static PresetDesk presets(ReadingSession session, ReadingSession.Services services, Runnable changed) {
        PresetLibrary library = services.presets();
        return new PresetDesk(
                library,
                new PresetDesk.Services(
                        () -> ShownWindow.of(session.activeViewport()),
                        session::edit,
                        services.history(),
                        new PresetDesk.Threads(services.db(), services.ui()),
                        session::tell,
                        changed));
    }

    /** What the reader is being asked. */
    public Asking asking() {
        return asking;
    }

    /** Windows by name. */
    public PresetDesk presets() {
        return presets;
    }

    /** Windows by number and over regions. */
    public Windows windows() {
        return windows;
    }

    /** The loupe. */
    public Magnifier magnifier() {
        return magnifier;
    }

    /** Whether and how values are shown by their number. */
    public HistogramChoice histogram() {
        return histogram;
    }

    /** The case is closed: nothing more is asked of it. */
    void close() {
        asking.drop();
        presets.close();
        magnifier.forget();
    }
}
