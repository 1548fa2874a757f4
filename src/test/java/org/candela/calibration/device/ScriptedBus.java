package org.candela.calibration.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A wire whose replies are written down beforehand; the last one is given for good. */
final class ScriptedBus implements I2cBus {
    private final Deque<byte[]> replies = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();

    ScriptedBus(String... replies) {
        for (String reply : replies) {
            this.replies.add(HexFormat.of().parseHex(reply.replace(" ", "")));
        }
    }

    List<String> written() {
        return written;
    }

    @Override
    public Optional<Edid> edid() {
        return Optional.empty();
    }

    @Override
    public String channel() {
        return "scripted";
    }

    @Override
    public void write(byte[] message) {
        written.add(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(message));
    }

    @Override
    public byte[] read(int length) {
        byte[] next = replies.size() > 1 ? replies.remove() : replies.element();
        return Arrays.copyOf(next, length);
    }

    @Override
    public void close() {}
}
