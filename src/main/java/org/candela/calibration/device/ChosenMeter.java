package org.candela.calibration.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which meter somebody means, as it is named and remembered. A meter on USB is found again behind another port by its make,
 * model and serial number; a serial line, and a meter that is read by eye, must be named with what is at their end.
 *
 * @param id of the {@link AttachedMeter}: source and port
 * @param make empty where it need not be told
 * @param model empty where it need not be told
 * @param serial as on its back or as it told; empty when nobody told
 * @param aim how it is used; empty: as meters of its kind are
 */
// [impl->req~device.chosen-meter~1]
public record ChosenMeter(String id, String make, String model, String serial, Optional<Photometer.Aim> aim) {
    /** Serial lines can be named without being listed: links to them, and pseudo-terminals. */
    private static final String SERIAL = "serial:";

    public ChosenMeter {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a meter is chosen by its id");
        }
    }

    /** A meter that tells by itself who it is. */
    public static ChosenMeter of(AttachedMeter meter) {
        return new ChosenMeter(meter.id(), meter.make(), meter.model(), meter.serial(), meter.aim());
    }

    /**
     * The meter to use among those within reach: the one that was named, else the one remembered, else the only one there
     * is. Simulated ones are never meant.
     *
     * @throws DeviceException {@code device.no-meter} when there is none, {@code device.which-meter} with the list when
     *     the one meant is not there or several are
     */
    public static AttachedMeter pick(MeterShelf.Found found, List<ChosenMeter> namedThenRemembered)
            throws DeviceException {
        if (!namedThenRemembered.isEmpty()) {
            ChosenMeter meant = namedThenRemembered.get(0);
            return meant.in(found).orElseThrow(() -> which(meant.text() + " is not within reach", found));
        }
        List<AttachedMeter> meters = found.meters().stream()
                .filter(meter -> meter.kind() == AttachedMeter.Kind.METER && !meter.isSimulated())
                .toList();
        if (meters.isEmpty()) {
            throw new DeviceException("device.no-meter", "meters", noMeter(found.advice()));
        }
        if (meters.size() > 1) {
            throw which(meters.size() + " meters are plugged in", found);
        }
        return meters.get(0);
    }

    /** This meter as it is attached now, with what was told of it; empty when it is not there. */
    public Optional<AttachedMeter> in(MeterShelf.Found found) {
        return attached(found).map(this::told);
    }

    /** As lists name it. */
    public String text() {
        String named = (make + " " + model + " " + serial).strip();
        return named.isEmpty() ? id : named + " (" + id + ")";
    }

    private Optional<AttachedMeter> attached(MeterShelf.Found found) {
        Optional<AttachedMeter> there = found.meters().stream()
                .filter(meter -> meter.id().equals(id) && isSame(meter))
                .findFirst();
        if (there.isPresent()) {
            return there;
        }
        if (id.startsWith(SERIAL)) {
            return Optional.of(line());
        }
        List<AttachedMeter> elsewhere = found.meters().stream()
                .filter(meter -> meter.kind() == AttachedMeter.Kind.METER && !model.isEmpty())
                .filter(meter -> id.startsWith(meter.source() + ":") && isSame(meter))
                .toList();
        return elsewhere.size() == 1 ? Optional.of(elsewhere.get(0)) : Optional.empty();
    }

    /** What is plugged in at the port now must not be another meter than the one that was meant. */
    private boolean isSame(AttachedMeter meter) {
        return meter.kind() != AttachedMeter.Kind.METER
                || (isSame(make, meter.make()) && isSame(model, meter.model()) && isSame(serial, meter.serial()));
    }

    private static boolean isSame(String told, String there) {
        return told.isEmpty() || there.isEmpty() || told.equals(there);
    }

    private AttachedMeter line() {
        String port = id.substring(SERIAL.length());
        return new AttachedMeter(AttachedMeter.Kind.LINE, "", "", "", port, SERIAL.replace(":", ""), false);
    }

    private AttachedMeter told(AttachedMeter meter) {
        boolean mustBeNamed = meter.kind() != AttachedMeter.Kind.METER;
        AttachedMeter named = mustBeNamed ? meter.named(model, serial).madeBy(make) : meter;
        return aim.map(named::aimed).orElse(named);
    }

    private static DeviceException which(String problem, MeterShelf.Found found) {
        String within = found.meters().stream()
                .filter(meter -> meter.kind() != AttachedMeter.Kind.AMBIENT_SENSOR && !meter.isSimulated())
                .map(meter -> meter.id() + " (" + meter.text() + ")")
                .collect(Collectors.joining(", "));
        return new DeviceException(
                "device.which-meter",
                "meters",
                problem + ": choose one of those within reach: " + (within.isEmpty() ? "none" : within));
    }

    private static String noMeter(List<String> advice) {
        String why = advice.isEmpty() ? "" : " (" + String.join("; ", advice) + ")";
        return "no luminance meter is plugged in" + why
                + "; candela qa sensors lists what is within reach, and what must be named: a serial line, or a meter"
                + " whose readings are typed";
    }
}
