package org.candela.cli;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.candela.delivery.trial.Asking;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.Secrets;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.UrgencyRules;
import org.candela.facility.trial.TrialResult;
import org.candela.net.web.DeviceLogin;

/** Facilities in memory, for a test to look into. */
final class FacilityShelf implements FacilityCommand.Directory {
    final List<Facility> known = new ArrayList<>();
    final Map<Secrets.Use, String> secrets = new EnumMap<>(Secrets.Use.class);
    final List<ServiceEndpoint> services = new ArrayList<>();
    /** What a test of services comes to. */
    List<TrialResult> results = List.of();

    UrgencyRules rules = UrgencyRules.STANDARD;

    @Override
    public void add(Facility facility, Map<Secrets.Use, String> given) {
        known.add(facility);
        secrets.putAll(given);
    }

    @Override
    public UrgencyRules urgency(FacilityId facility) {
        return rules;
    }

    @Override
    public void save(FacilityId facility, UrgencyRules other) {
        rules = other;
    }

    @Override
    public List<ServiceEndpoint> services(FacilityId facility) {
        return List.copyOf(services);
    }

    @Override
    public List<TrialResult> test(Facility facility, Asking asking, Consumer<TrialResult> progress) {
        results.forEach(progress);
        return results;
    }

    @Override
    public void save(ServiceEndpoint endpoint) {
        services.add(endpoint);
    }

    @Override
    public void drop(ServiceEndpoint endpoint) {
        services.remove(endpoint);
    }

    @Override
    public void signIn(FacilityId facility, DeviceLogin.Prompt prompt) {
        prompt.show(new DeviceLogin(URI.create("https://login.example/device"), "ABCD-EFGH", Duration.ofMinutes(15)));
    }

    @Override
    public List<Facility> list() {
        return known;
    }
}
