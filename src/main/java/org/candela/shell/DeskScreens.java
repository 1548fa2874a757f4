package org.candela.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayInventory;
import org.candela.viewer.picture.ScreenPitch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The monitors on the desk: where they are, from the toolkit, and who they are, from the driver. FX thread; the driver is
 * asked on the device thread.
 */
public final class DeskScreens {
    private static final Logger LOG = LoggerFactory.getLogger(DeskScreens.class);
    private static final double TOLERANCE_PIXELS = 1;

    private final DisplayInventory inventory;
    private final Executor device;

    /** Without a driver, give an inventory of nothing: monitors are then told apart by place and size only. */
    public DeskScreens(DisplayInventory inventory, Executor device) {
        this.inventory = inventory;
        this.device = device;
    }

    /** A part of the desktop as the toolkit knows it. */
    record Seen(Area area, double renderScale, boolean isPrimary) {}

    /** Tells the monitors as they stand now, on the device thread. */
    void look(Consumer<List<DeskScreen>> then) {
        Screen primary = Screen.getPrimary();
        List<Seen> seen = Screen.getScreens().stream()
                .map(screen -> new Seen(area(screen), screen.getOutputScaleX(), screen.equals(primary)))
                .toList();
        device.execute(() -> then.accept(join(seen, devices())));
    }

    /** Calls {@code listener} whenever a monitor came, went or moved, until the returned ending is run. */
    Runnable onChange(Runnable listener) {
        ListChangeListener<Screen> heard = change -> listener.run();
        Screen.getScreens().addListener(heard);
        return () -> Screen.getScreens().removeListener(heard);
    }

    /** Gives each seen part of the desktop the identity of the display at that place. */
    static List<DeskScreen> join(List<Seen> seen, List<DisplayDevice> devices) {
        return seen.stream().map(screen -> identify(screen, devices)).toList();
    }

    private static DeskScreen identify(Seen screen, List<DisplayDevice> devices) {
        Optional<DisplayDevice> there = devices.stream()
                .filter(candidate -> standsAt(candidate.place(), screen))
                .findFirst();
        return new DeskScreen(
                there.map(DisplayDevice::id).orElseGet(() -> nameless(screen.area())),
                there.map(DeskScreens::name).orElse("monitor"),
                screen.area(),
                screen.renderScale(),
                screen.isPrimary(),
                there.flatMap(DeskScreens::pitch),
                Optional.empty());
    }

    private static boolean standsAt(DisplayDevice.Place place, Seen screen) {
        double scale = screen.renderScale();
        return Math.abs(place.x() - screen.area().x() * scale) <= TOLERANCE_PIXELS
                && Math.abs(place.y() - screen.area().y() * scale) <= TOLERANCE_PIXELS
                && Math.abs(place.width() - screen.area().width() * scale) <= TOLERANCE_PIXELS
                && Math.abs(place.height() - screen.area().height() * scale) <= TOLERANCE_PIXELS;
    }

    private static Optional<ScreenPitch> pitch(DisplayDevice device) {
        return device.edid()
                .flatMap(edid -> ScreenPitch.of(
                        edid.widthMm(),
                        edid.heightMm(),
                        device.place().width(),
                        device.place().height()));
    }

    private static String name(DisplayDevice device) {
        return device.edid()
                .map(edid -> edid.name())
                .filter(name -> !name.isBlank())
                .orElse(device.connector());
    }

    private static ScreenId nameless(Area area) {
        return new ScreenId(String.format(
                Locale.ROOT, "port:%.0fx%.0f%+.0f%+.0f", area.width(), area.height(), area.x(), area.y()));
    }

    private List<DisplayDevice> devices() {
        try {
            return inventory.displays();
        } catch (DeviceException e) {
            LOG.warn("displays are not identified [{}]", e.getMessage());
            return List.of();
        }
    }

    private static Area area(Screen screen) {
        Rectangle2D bounds = screen.getBounds();
        return new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
