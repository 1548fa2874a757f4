package org.candela.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs that run on this machine, and this one again. */
final class Processes {
    private Processes() {}

    /** Their paths, as far as the system tells them to this user. */
    static List<String> names() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .map(ProcessHandle.Info::command)
                .flatMap(Optional::stream)
                .toList();
    }

    /** How this program is started once more, without its arguments: by its launcher, or by the Java that runs it. */
    static List<String> again() {
        Path program = ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
        boolean isJava = String.valueOf(program.getFileName()).startsWith("java");
        return isJava
                ? List.of(program.toString(), "-cp", System.getProperty("java.class.path"), Main.class.getName())
                : List.of(program.toString());
    }
}
