package org.candela.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all benches of a run share.
 *
 * @param work folder for what is made on the way
 * @param natives folder of the peers built from {@code src/bench/native}
 * @param corpus folder of real files; empty text where there is none
 * @param pace how patient
 */
record Setting(Path work, Path natives, String corpus, Duel.Pace pace) {
    private static final String PYTHON = "/usr/bin/python3";

    Optional<Path> corpusFolder() {
        return corpus.isEmpty() ? Optional.empty() : Optional.of(Path.of(corpus));
    }

    /** Ourselves in a JVM of our own, on one core as far as the collector goes. */
    Peer ours(String... arguments) throws IOException {
        List<String> command = java();
        command.add(Ours.class.getName());
        command.addAll(List.of(arguments));
        return Peer.start("Candela", command);
    }

    /** The command {@code candela}, without what {@code scripts/candela} builds before. */
    List<String> candela(List<String> arguments) {
        List<String> command = java();
        command.add("org.candela.app.Main");
        command.addAll(arguments);
        return command;
    }

    private static List<String> java() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-Djdk.httpclient.bufsize=131072", // as the program sets it
                "-cp",
                System.getProperty("java.class.path")));
    }

    /** A peer that {@code scripts/bench} has built. */
    Peer builtPeer(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(natives.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return Peer.start(title(program), command);
    }

    private static String title(String program) {
        return switch (program) {
            case "dcmtk" -> "DCMTK";
            case "charls" -> "CharLS";
            case "openjpeg" -> "OpenJPEG";
            default -> program;
        };
    }

    /** pydicom, which comes as source. */
    Peer pydicom(Path script) throws IOException {
        return Peer.start("pydicom", List.of(PYTHON, script.toString()));
    }
}
