package org.candela.pad.hid;

import java.util.List;
import java.util.Optional;

/**
 * Where a device has its buttons in a report.
 *
 * @param command the first byte of reports about buttons; −1 when all are
 * @param offset of the first byte of buttons; the low bits come first
 * @param buttons names by bit; empty where no button is known
 */
record ButtonLayout(String name, List<String> devices, int command, int offset, List<String> buttons) {
    private static final int ANY = -1;
    private static final int ALL_BITS = 64;

    /**
     * SpeechMike and PowerMic 4 in event mode; PowerMic II and III; Philips foot controls; Infinity pedal. The
     * SpeechMike reports 0x80, then its buttons in bytes 7 and 8; the PowerMic in bytes 1 and 2; pedals in byte 0.
     */
    static final List<ButtonLayout> KNOWN = List.of(
            new ButtonLayout(
                    "Philips SpeechMike",
                    List.of("0911:0c1c"),
                    0x80,
                    7,
                    List.of(
                            "",
                            "f1",
                            "f2",
                            "f3",
                            "f4",
                            "command",
                            "",
                            "",
                            "record",
                            "stop",
                            "play",
                            "forward",
                            "rewind",
                            "end",
                            "insert",
                            "instruction")),
            new ButtonLayout(
                    "Nuance PowerMic 4",
                    List.of("0554:0064"),
                    0x80,
                    7,
                    List.of(
                            "",
                            "a",
                            "b",
                            "c",
                            "d",
                            "command",
                            "",
                            "",
                            "record",
                            "",
                            "play",
                            "next",
                            "previous",
                            "rewind",
                            "forward",
                            "enter")),
            new ButtonLayout(
                    "Nuance PowerMic II or III",
                    List.of("0554:1001"),
                    ANY,
                    1,
                    List.of(
                            "transcribe",
                            "previous",
                            "record",
                            "next",
                            "rewind",
                            "forward",
                            "play",
                            "left",
                            "enter",
                            "right")),
            new ButtonLayout(
                    "Philips foot control",
                    List.of("0911:1844", "0911:091a"),
                    ANY,
                    0,
                    List.of("left-pedal", "middle-pedal", "right-pedal", "fourth-pedal")),
            new ButtonLayout(
                    "Infinity foot pedal",
                    List.of("05f3:00ff"),
                    ANY,
                    0,
                    List.of("left-pedal", "middle-pedal", "right-pedal")));

    /** The layout of a device; each bit is a button of one that is not known. */
    static ButtonLayout of(String device) {
        return known(device).orElseGet(() -> new ButtonLayout(device, List.of(device), ANY, 0, List.of()));
    }

    static Optional<ButtonLayout> known(String device) {
        return KNOWN.stream()
                .filter(layout -> layout.devices().contains(device))
                .findFirst();
    }

    /** Whether a report is about buttons. */
    boolean isAboutButtons(byte[] report) {
        boolean isLongEnough = report.length > offset;
        return isLongEnough && (command == ANY || (report[0] & 0xFF) == command);
    }

    /** The buttons that are down, as bits. */
    long bits(byte[] report) {
        int most = buttons.isEmpty() ? ALL_BITS : buttons.size();
        long bits = 0;
        for (int i = 0; i < most && offset + i / 8 < report.length; i++) {
            boolean isDown = (report[offset + i / 8] >> (i % 8) & 1) == 1;
            bits |= isDown ? 1L << i : 0;
        }
        return bits;
    }

    /** Name of the button of a bit; empty where none is known. */
    String button(int bit) {
        return buttons.isEmpty() ? "bit-" + bit : buttons.get(bit);
    }
}
