package org.candela.net.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign of life of a DICOMweb server.
 *
 * @param roundTrip from request to whole answer
 * @param serverTime its HTTP Date, whole seconds; empty when it sends none
 */
public record ServerPulse(Duration roundTrip, Optional<Instant> serverTime) {}
