package org.candela.calibration.device.macos;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Services of the I/O registry by class; each is released after it was looked at. Device thread. */
final class IoServices {
    /** kIOMainPortDefault. */
    private static final int MAIN_PORT = 0;

    private static final int MOST = 64;

    private final Mac api;

    IoServices(Mac api) {
        this.api = api;
    }

    void each(String className, IntConsumer visitor) {
        Pointer matching = api.io().IOServiceMatching(className);
        IntByReference iterator = new IntByReference();
        if (matching == null || api.io().IOServiceGetMatchingServices(MAIN_PORT, matching, iterator) != 0) {
            return;
        }
        try {
            for (int i = 0; i < MOST; i++) {
                int service = api.io().IOIteratorNext(iterator.getValue());
                if (service == 0) {
                    return;
                }
                visit(service, visitor);
            }
        } finally {
            api.io().IOObjectRelease(iterator.getValue());
        }
    }

    /** A property, to be closed; empty where there is none. */
    Optional<CfObject> property(int service, String name) {
        Optional<CfObject> key = CfObject.string(api, name);
        try {
            return key.flatMap(given ->
                    CfObject.owned(api, api.io().IORegistryEntryCreateCFProperty(service, given.pointer(), null, 0)));
        } finally {
            key.ifPresent(CfObject::close);
        }
    }

    private void visit(int service, IntConsumer visitor) {
        try {
            visitor.accept(service);
        } finally {
            api.io().IOObjectRelease(service);
        }
    }
}
