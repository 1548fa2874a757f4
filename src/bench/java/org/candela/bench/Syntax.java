package org.candela.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Kinds of codestream: their transfer syntaxes, who makes examples, whom we are beside, and how fast we must be. */
enum Syntax {
    RLE("RLE", Set.of("5"), Encoder.DICOM, List.of("dcmcrle"), List.of("dcmtk"), 0),
    JPEG_BASELINE(
            "JPEG baseline",
            Set.of("4.50"),
            Encoder.DICOM,
            List.of("dcmcjpeg", "+eb", "+q", "90"),
            List.of("dcmtk", "libjpeg"),
            0),
    JPEG_EXTENDED("JPEG extended", Set.of("4.51"), Encoder.DICOM, List.of("dcmcjpeg", "+ee"), List.of("dcmtk"), 0),
    JPEG_LOSSLESS(
            "JPEG lossless", Set.of("4.57", "4.70"), Encoder.DICOM, List.of("dcmcjpeg", "+e1"), List.of("dcmtk"), 2),
    JPEG_LS("JPEG-LS", Set.of("4.80", "4.81"), Encoder.DICOM, List.of("dcmcjpls"), List.of("charls"), 1.3),
    JPEG_2000_LOSSLESS(
            "JPEG 2000 lossless",
            Set.of("4.90"),
            Encoder.PORTABLE,
            List.of("opj_compress", "-i", "IN", "-o", "OUT.j2k"),
            List.of("openjpeg"),
            0.8),
    JPEG_2000(
            "JPEG 2000 lossy",
            Set.of("4.91"),
            Encoder.PORTABLE,
            List.of("opj_compress", "-I", "-r", "10", "-i", "IN", "-o", "OUT.j2k"),
            List.of("openjpeg"),
            0.8),
    HTJ2K_LOSSLESS(
            "HTJ2K lossless",
            Set.of("4.201", "4.202"),
            Encoder.PORTABLE,
            List.of("ojph_compress", "-reversible", "true", "-i", "IN", "-o", "OUT.j2c"),
            List.of("openjpeg"),
            0.5),
    HTJ2K(
            "HTJ2K lossy",
            Set.of("4.203"),
            Encoder.PORTABLE,
            List.of("ojph_compress", "-qstep", "0.002", "-i", "IN", "-o", "OUT.j2c"),
            List.of("openjpeg"),
            0.5);

    private static final String ROOT = "1.2.840.10008.1.2.";
    private final String title;
    private final Set<String> arcs;
    private final Encoder encoder;
    private final List<String> command;
    private final List<String> peers;
    private final double bar;

    Syntax(String title, Set<String> arcs, Encoder encoder, List<String> command, List<String> peers, double bar) {
        this.title = title;
        this.arcs = arcs;
        this.encoder = encoder;
        this.command = command;
        this.peers = peers;
        this.bar = bar;
    }

    /** What an encoder takes and gives: DICOM files, or PGM/PPM and a bare codestream. */
    enum Encoder {
        DICOM,
        PORTABLE
    }

    String title() {
        return title;
    }

    boolean has(String transferSyntax) {
        return transferSyntax.startsWith(ROOT) && arcs.contains(transferSyntax.substring(ROOT.length()));
    }

    /** The transfer syntax of a made-up example. */
    String uid() {
        return ROOT + arcs.stream().sorted().findFirst().orElseThrow();
    }

    Encoder encoder() {
        return encoder;
    }

    /** Command that encodes {@code in}; the encoded file is {@link #encoded(Path)}. */
    List<String> command(Path in, Path out) {
        if (encoder == Encoder.DICOM) {
            return Stream.concat(command.stream(), Stream.of(in.toString(), out.toString()))
                    .toList();
        }
        return command.stream()
                .map(word -> word.equals("IN")
                        ? in.toString()
                        : word.startsWith("OUT") ? encoded(out).toString() : word)
                .toList();
    }

    /** The file that {@link #command} writes for {@code out}. */
    Path encoded(Path out) {
        String last = command.get(command.size() - 1);
        return last.startsWith("OUT") ? out.resolveSibling(out.getFileName() + last.substring(3)) : out;
    }

    /** Whether it takes pictures of so many bits. */
    boolean takes(Picture picture) {
        return switch (this) {
            case JPEG_BASELINE -> picture.bits() == 8;
            case JPEG_EXTENDED -> picture.bits() == 12;
            default -> true;
        };
    }

    List<String> peers() {
        return peers;
    }

    /** Least ratio to the first peer; 0 where none is asked for. */
    double bar() {
        return bar;
    }
}
