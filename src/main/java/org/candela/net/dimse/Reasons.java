package org.candela.net.dimse;

/** What rejections and aborts mean, and what to do (PS3.8 Tables 9-21 and 9-26). */
final class Reasons {
    private Reasons() {}

    static String rejection(Pdu.AssociateReject reject) {
        String why =
                switch (reject.source() << 8 | reject.reason()) {
                    case 0x102 -> "it does not support the application context";
                    case 0x103 -> "it does not know our AE title; have it entered there or give another with --calling";
                    case 0x107 -> "it has another AE title; check the one in the address";
                    case 0x301 -> "it is busy for a while; try again later";
                    case 0x302 -> "it has too many associations open; try again later";
                    default -> "it gave no reason (source " + reject.source() + ", reason " + reject.reason() + ")";
                };
        return "refused the association: " + why;
    }

    static String abort(Pdu.Abort abort) {
        return abort.source() == 0
                ? "ended the association; its log says why"
                : "ended the association over a protocol error (reason " + abort.reason() + ")";
    }

    static String status(int status) {
        String known =
                switch (status) {
                    case 0x0122 -> "SOP class not supported";
                    case 0x0124 -> "not authorized";
                    case 0xA700, 0xA701, 0xA702 -> "out of resources; is its disk full?";
                    case 0xA801 -> "it does not know the destination AE title; have ours entered there";
                    case 0xA900 -> "the data set does not match the SOP class";
                    default -> "status";
                };
        return known + String.format(" (%04X)", status);
    }
}
