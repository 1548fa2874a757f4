package org.candela.calibration.device.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.VcpFeature;

/**
 * A panel that does not exist: each channel adds its share of light along the panel's curve over a black level.
 *
 * <p>Light of a channel: share · (white − black) · curve(code / most), with code the bits that the panel takes of the
 * graphics LUT. All of it is then changed by settings, age, warmth and place. Same seed, same noise. Device thread.
 */
public final class SimulatedMonitor {
    private static final int MAX_OUTPUT = 65535;
    private static final double COLD_LOSS = 0.12;
    private static final Duration WARM_UP = Duration.ofMinutes(8);

    private final SimulatedPanel panel;
    private final SimulatedSettings settings = new SimulatedSettings();
    private final Random noise;
    private GammaRamp ramp = GammaRamp.identity(256);
    private int shown = 0xFF000000;
    private double backlight = 1;
    private Duration lit = Duration.ZERO;
    private double warmth = 1;
    private double place = 1;
    private double drift = 1;
    private double driftPerReading = 1;
    private Optional<GammaRamp> lut = Optional.empty();

    /**
     * What a panel of 8 bits with a power curve is like.
     *
     * @param gamma exponent of the native curve, > 0
     * @param black emitted luminance of code 0, cd/m²
     * @param white emitted luminance of code 255, cd/m²
     * @param relativeNoise standard deviation of a reading, as a share of it
     */
    public record Panel(double gamma, double black, double white, ChannelWeights weights, double relativeNoise) {
        public Panel {
            if (!(gamma > 0 && black >= 0 && white > black && relativeNoise >= 0)) {
                throw new IllegalArgumentException("no panel: " + gamma + ", " + black + ", " + white);
            }
        }

        SimulatedPanel whole() {
            return SimulatedPanel.gamma(gamma)
                    .between(black, white)
                    .withColours(SimulatedPrimaries.BT_709, weights)
                    .withField(SimulatedField.FALLING)
                    .withWear(new SimulatedPanel.Wear(relativeNoise, SimulatedPanel.Wear.USUAL.halfLife()));
        }
    }

    public SimulatedMonitor(Panel panel, long seed) {
        this(panel.whole(), seed);
    }

    public SimulatedMonitor(SimulatedPanel panel, long seed) {
        this.panel = panel;
        this.noise = new Random(seed);
    }

    /** An uncalibrated diagnostic-class panel: γ 2.2, 0.8 to 420 cd/m², readings that scatter by 0.1 %. */
    public static SimulatedMonitor typical(long seed) {
        return new SimulatedMonitor(new Panel(2.2, 0.8, 420, ChannelWeights.SRGB, 0.001), seed);
    }

    /** Fills the screen with an opaque colour. */
    public void show(int argb) {
        shown = argb;
    }

    /** Loads the graphics LUT before the panel. */
    public void load(GammaRamp other) {
        ramp = other;
    }

    /** The graphics LUT in force. */
    public GammaRamp ramp() {
        return ramp;
    }

    /** Its settings, which anybody can turn. */
    public SimulatedSettings settings() {
        return settings;
    }

    /** Lets the backlight age to a share of its light, above 0. */
    public void age(double share) {
        backlight = share;
    }

    /** Lets the backlight change with each reading by this share of its light, as {@code 0.0001}. */
    public void drift(double perReading) {
        driftPerReading = 1 + perReading;
    }

    /** Loads the panel's own LUT, which stands behind the graphics LUT; a panel has none until then. */
    public void loadOwnLut(GammaRamp other) {
        lut = Optional.of(other);
    }

    /** The panel's own LUT; empty where it has none. */
    public Optional<GammaRamp> ownLut() {
        return lut;
    }

    /** Lets time pass with the panel lit: its backlight ages by its half-life and the hours count. */
    public void pass(Duration time) {
        lit = lit.plus(time);
        settings.turn(VcpFeature.USAGE_HOURS, (int) Math.min(0xFFFF, lit.toHours()));
    }

    /** How long it has been lit in all. */
    public Duration lit() {
        return lit;
    }

    /**
     * Moves the eye to a place of the screen.
     *
     * @param across 0 (left) to 1
     * @param down 0 (top) to 1
     */
    public void lookAt(double across, double down) {
        place = panel.field().share(across, down);
    }

    /** How long the panel has been on: its light comes up by 12 % with a time constant of 8 minutes. */
    public void warmUp(Duration since) {
        warmth = 1 - COLD_LOSS * Math.exp(-since.toMillis() / (double) WARM_UP.toMillis());
    }

    /** Emitted luminance with this reading's noise. */
    Luminance emitted() {
        return light().luminance();
    }

    /** Emitted light with this reading's noise; the same share of noise for all of it. */
    Tristimulus light() {
        drift *= driftPerReading;
        double scatter = Math.max(0, 1 + noise.nextGaussian() * panel.wear().relativeNoise());
        double whole =
                settings.isAwake() ? scatter * settings.backlight() * backlight * aged() * warmth * place * drift : 0;
        SimulatedCurve curve = settings.curve(panel);
        double red = channel(
                curve,
                ramp.red(index(shown >> 16)),
                VcpFeature.RED_GAIN,
                panel.weights().red());
        double green = channel(
                curve,
                ramp.green(index(shown >> 8)),
                VcpFeature.GREEN_GAIN,
                panel.weights().green());
        double blue = channel(
                curve,
                ramp.blue(index(shown)),
                VcpFeature.BLUE_GAIN,
                panel.weights().blue());
        return panel.primaries().mix(red * whole, green * whole, blue * whole);
    }

    /** 1/2 for each half-life that it was lit. */
    private double aged() {
        return Math.pow(0.5, lit.toMillis() / (double) panel.wear().halfLife().toMillis());
    }

    private int index(int channel) {
        return (channel & 0xFF) * (ramp.size() - 1) / 255;
    }

    /** Of the LUT's 16 bits the upper ones arrive; black leaks through whatever the channel does. */
    private double channel(SimulatedCurve curve, int output, VcpFeature gain, double share) {
        double most = (1 << panel.bits()) - 1;
        double code = Math.round(output * most / MAX_OUTPUT) / most;
        double drive = lut.map(own -> own.green((int) Math.round(code * (own.size() - 1))) / (double) MAX_OUTPUT)
                .orElse(code);
        double above = (panel.white() - panel.black()) * curve.light(drive) * settings.contrast() * settings.gain(gain);
        return share * (panel.black() + above);
    }
}
