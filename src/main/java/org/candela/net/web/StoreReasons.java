package org.candela.net.web;

/** Failure and warning reasons of a store in words (PS3.18 Tables I.2-1 and I.2-2; PS3.4 Table B.2-1). */
final class StoreReasons {
    private StoreReasons() {}

    static String text(int reason) {
        String exact = exact(reason);
        return exact.isEmpty() ? byFamily(reason) : exact;
    }

    private static String exact(int reason) {
        return switch (reason) {
            case 0 -> "no reason given";
            case 0x0110 -> "processing failure";
            case 0x0117 -> "invalid object instance";
            case 0x0122 -> "SOP class not supported";
            case 0x0124 -> "not authorised";
            case 0x0131 -> "duplicate transaction UID";
            case 0xB000 -> "values were changed";
            case 0xB006 -> "elements were discarded";
            case 0xB007 -> "the data set does not match its SOP class";
            case 0xC122 -> "transfer syntax not supported";
            default -> "";
        };
    }

    private static String byFamily(int reason) {
        if (reason >>> 8 == 0xA7) {
            return "out of resources";
        }
        if (reason >>> 8 == 0xA9) {
            return "the data set does not match its SOP class";
        }
        return reason >>> 12 == 0xC ? "cannot be understood" : String.format("reason %04X", reason);
    }
}
