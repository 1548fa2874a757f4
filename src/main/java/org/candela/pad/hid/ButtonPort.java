package org.candela.pad.hid;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How HID devices are reached. */
public interface ButtonPort {
    /**
     * One that is plugged in.
     *
     * @param device as {@code 0554:1001}
     * @param path where the system has it; several of one device are several
     */
    record Plugged(String device, String path) {}

    /** Those of these devices, none opened; none where the library does not work here. */
    List<Plugged> plugged(Set<String> devices);

    /** @throws IOException when it cannot be opened, as when the user may not read HID devices */
    Open open(Plugged plugged) throws IOException;

    /** One that is read. One thread. */
    interface Open extends AutoCloseable {
        /**
         * The next report.
         *
         * @return empty when none came in time
         * @throws IOException when it was unplugged
         */
        byte[] read(Duration patience) throws IOException;

        @Override
        void close();
    }
}
