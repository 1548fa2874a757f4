package org.candela.net.web;

import java.net.URI;
import java.time.Duration;

/**
 * What a person does to let this station in (RFC 8628 §3.3): open {@code place} on any device and type {@code code}.
 *
 * @param place https
 * @param code short, to be typed
 * @param time until it is too late
 */
public record DeviceLogin(URI place, String code, Duration time) {
    /** Shows it to the person at this station. Called on the thread that signs in. */
    @FunctionalInterface
    public interface Prompt {
        void show(DeviceLogin login);
    }
}
