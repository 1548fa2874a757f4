package org.candela.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ServiceEndpoint;
import org.candela.report.Ledger;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * In which ways each facility takes reports. A facility that was told none has its MLLP address, under the name
 * {@value #FIRST}.
 *
 * <p>Any thread; blocks on the disk.
 */
public final class Channels {
    /** The channel of a facility's MLLP address. */
    public static final String FIRST = "hl7";

    /** Where studies come from, for objects of a facility that was told no channel for them. */
    static final String ARCHIVE = "archive";

    /** The host of a facility that has no DICOMweb (RFC 2606). */
    private static final String NOWHERE = ".invalid";

    private static final String ACTOR = "configuration";

    private final Ledger ledger;

    public Channels(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The channels that were told, or the facility's MLLP address; none where there is neither. */
    public List<DeliveryChannel> of(Facility facility) throws StoreException {
        return ledger.database().read(tx -> of(tx, facility));
    }

    static List<DeliveryChannel> of(Tx tx, Facility facility) throws StoreException {
        List<DeliveryChannel> told = ChannelRepository.of(tx, facility.id());
        return told.isEmpty()
                ? facility.mllp().map(endpoint -> first(facility, endpoint)).stream()
                        .toList()
                : told;
    }

    /** The channel as it is now; its address may have changed since a message was queued. */
    Optional<DeliveryChannel> find(Facility facility, String name) throws StoreException {
        return of(facility).stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    /**
     * The DICOM channels of a facility, for objects that belong to no report; where there is none, the archive that its
     * studies come from.
     *
     * @param services the facility's further services
     */
    List<DeliveryChannel> forObjects(Facility facility, List<ServiceEndpoint> services) throws StoreException {
        Map<String, DeliveryChannel> byAddress = new LinkedHashMap<>();
        of(facility).stream()
                .filter(channel -> channel.way() == Way.DICOM_WEB || channel.way() == Way.DICOM_STORE)
                .forEach(channel -> byAddress.putIfAbsent(channel.address(), channel));
        return byAddress.isEmpty() ? List.of(archive(facility, services)) : List.copyOf(byAddress.values());
    }

    private static DeliveryChannel archive(Facility facility, List<ServiceEndpoint> services) {
        return services.stream()
                .filter(service -> service.service() == ServiceEndpoint.Service.QUERY_RETRIEVE)
                .filter(service -> facility.dicomWeb().getHost().endsWith(NOWHERE))
                .findFirst()
                .map(service -> archive(facility, Way.DICOM_STORE, service.address()))
                .orElseGet(() ->
                        archive(facility, Way.DICOM_WEB, facility.dicomWeb().toString()));
    }

    private static DeliveryChannel archive(Facility facility, Way way, String address) {
        return new DeliveryChannel(facility.id(), ARCHIVE, way, address, Need.OPTIONAL, Map.of());
    }

    /** Keeps the channel, in place of the one of the same name; audited. */
    public void save(DeliveryChannel channel) throws StoreException {
        ledger.database().change(tx -> {
            ChannelRepository.save(tx, channel);
            audit(tx, channel, channel.way().word() + " " + channel.address());
        });
    }

    /** Forgets the channel; what is queued for it waits until there is one of its name again. Audited. */
    public void drop(DeliveryChannel channel) throws StoreException {
        ledger.database().change(tx -> {
            ChannelRepository.drop(tx, channel);
            audit(tx, channel, "dropped");
        });
    }

    private void audit(Tx tx, DeliveryChannel channel, String told) throws StoreException {
        ledger.audit()
                .append(
                        tx,
                        new AuditEvent(
                                ledger.clock().instant(),
                                ACTOR,
                                AuditAction.FACILITY_CHANGED,
                                "facility:" + channel.facility(),
                                Map.of("delivery/" + channel.name(), told)));
    }

    private static DeliveryChannel first(Facility facility, MllpEndpoint endpoint) {
        String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
        return new DeliveryChannel(
                facility.id(), FIRST, Way.HL7, "mllp://" + host + ":" + endpoint.port(), Need.REQUIRED, Map.of());
    }
}
