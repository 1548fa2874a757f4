package org.candela.app;

/**
 * Three falling tones for a report that its facility has not acknowledged, or refused. Blocks less than a second; without a
 * loudspeaker it is silent, since the red line stands on the screen too.
 */
// [impl->req~delivery.alarm-sound~1]
final class RedChime implements Runnable {
    static final double[] TONES_HZ = {880, 660, 440};

    @Override
    public void run() {
        StatChime.play(TONES_HZ);
    }
}
