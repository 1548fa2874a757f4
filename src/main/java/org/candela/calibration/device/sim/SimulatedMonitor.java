package org.candela.calibration.device.sim;

import java.time.Duration;
import java.util.Random;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;

/**
 * An 8-bit panel that does not exist: each channel adds its share of light along a power curve over a black level.
 *
 * <p>Light of a channel: share · (white − black) · (code / 255)^gamma, with code the 8 bits that the graphics LUT leaves.
 * Same seed, same noise. Device thread.
 */
public final class SimulatedMonitor {
    private static final double MAX_CODE = 255;
    private static final int MAX_OUTPUT = 65535;
    private static final double COLD_LOSS = 0.12;
    private static final double EDGE_LOSS = 0.1;
    private static final Duration WARM_UP = Duration.ofMinutes(8);

    private final Panel panel;
    private final Random noise;
    private GammaRamp ramp = GammaRamp.identity(256);
    private int shown = 0xFF000000;
    private double backlight = 1;
    private double warmth = 1;
    private double falloff;

    /**
     * What the panel is like.
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
    }

    public SimulatedMonitor(Panel panel, long seed) {
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

    /** Lets the backlight age to a share of its light, above 0. */
    public void age(double share) {
        backlight = share;
    }

    /**
     * Moves the eye to a place of the screen: light falls off with the square of the distance from the centre, a little
     * more at the bottom, by a fifth in the corners.
     *
     * @param across 0 (left) to 1
     * @param down 0 (top) to 1
     */
    public void lookAt(double across, double down) {
        double x = 2 * across - 1;
        double y = 2 * down - 1;
        falloff = EDGE_LOSS * (x * x + y * y + 0.2 * Math.max(0, y));
    }

    /** How long the panel has been on: its light comes up by 12 % with a time constant of 8 minutes. */
    public void warmUp(Duration lit) {
        warmth = 1 - COLD_LOSS * Math.exp(-lit.toMillis() / (double) WARM_UP.toMillis());
    }

    /** Emitted luminance with this reading's noise. */
    Luminance emitted() {
        double red = channel(ramp.red(index(shown >> 16)), panel.weights().red());
        double green = channel(ramp.green(index(shown >> 8)), panel.weights().green());
        double blue = channel(ramp.blue(index(shown)), panel.weights().blue());
        double light = (panel.black() + red + green + blue) * backlight * warmth * (1 - falloff);
        return new Luminance(Math.max(0, light * (1 + noise.nextGaussian() * panel.relativeNoise())));
    }

    private int index(int channel) {
        return (channel & 0xFF) * (ramp.size() - 1) / 255;
    }

    /** An 8-bit panel: of the LUT's 16 bits the upper 8 arrive. */
    private double channel(int output, double share) {
        long code = Math.round(output * MAX_CODE / MAX_OUTPUT);
        return share * (panel.white() - panel.black()) * Math.pow(code / MAX_CODE, panel.gamma());
    }
}
