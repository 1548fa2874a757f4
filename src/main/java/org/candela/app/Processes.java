package org.candela.app;

import java.util.List;
import java.util.Optional;

/** The programs that run on this machine. */
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
}
