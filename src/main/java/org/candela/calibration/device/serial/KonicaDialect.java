package org.candela.calibration.device.serial;

import org.candela.calibration.device.DeviceException;

/** What the replies of all Konica Minolta meters have in common. */
final class KonicaDialect {
    private KonicaDialect() {}

    /** The reply in {@code line}, if all is well with it. */
    static KonicaReply require(SerialDialogue dialogue, String line) throws DeviceException {
        KonicaReply reply = KonicaReply.parse(line)
                .orElseThrow(() -> dialogue.failed(
                        "device.garbage", "not a reply of this meter: \"" + line + "\"; is it another one?"));
        if (!reply.isOk()) {
            throw dialogue.failed(
                    reply.trouble().code(),
                    reply.code() + ": " + reply.trouble().words());
        }
        return reply;
    }
}
