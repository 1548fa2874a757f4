package org.candela.calibration.device.macos;

import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.Edid;

/** The wires to external monitors on Apple silicon. Device thread. */
// [impl->req~device.macos~1]
final class AvServices {
    private static final String PROXY = "DCPAVServiceProxy";
    private static final String EXTERNAL = "External";
    private static final String INTEL_DISPLAY = "IODisplayConnect";

    private final Mac api;
    private final IoServices services;

    AvServices(Mac api) {
        this.api = api;
        this.services = new IoServices(api);
    }

    /**
     * One wire, to be closed.
     *
     * @param edid empty for a monitor in standby or one that says nothing readable
     */
    record Wire(CfObject service, Mac.AvService functions, Optional<Edid> edid) {}

    /** All wires to external monitors; none on Intel Macs. */
    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        api.av()
                .ifPresent(functions -> services.each(PROXY, proxy -> {
                    if (isExternal(proxy)) {
                        CfObject.owned(api, functions.IOAVServiceCreateWithService(null, proxy))
                                .ifPresent(
                                        service -> wires.add(new Wire(service, functions, edid(service, functions))));
                    }
                }));
        return wires;
    }

    /** What each external monitor says of itself, over the wire or, on Intel Macs, in the registry. */
    List<Edid> edids() {
        List<Edid> edids = new ArrayList<>();
        for (Wire wire : wires()) {
            wire.edid().ifPresent(edids::add);
            wire.service().close();
        }
        services.each(INTEL_DISPLAY, display -> services.property(display, "IODisplayEDID")
                .ifPresent(data -> take(data).ifPresent(edids::add)));
        return edids;
    }

    private boolean isExternal(int proxy) {
        return services.property(proxy, "Location")
                .map(location -> {
                    try (location) {
                        return location.text().equals(EXTERNAL);
                    }
                })
                .orElse(false);
    }

    private Optional<Edid> edid(CfObject service, Mac.AvService functions) {
        PointerByReference data = new PointerByReference();
        int error = functions.IOAVServiceCopyEDID(service.pointer(), data);
        Optional<CfObject> copied = CfObject.owned(api, data.getValue());
        return copied.flatMap(AvServices::take).filter(edid -> error == 0);
    }

    private static Optional<Edid> take(CfObject data) {
        try (data) {
            return Edid.parse(data.bytes());
        }
    }
}
