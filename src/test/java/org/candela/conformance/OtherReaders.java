package org.candela.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.candela.Peer;

/** What DCMTK, GDCM, dicom3tools and pydicom have to say against files. */
final class OtherReaders {
    private static final String PYDICOM = """
            import sys, warnings
            import pydicom
            for path in sys.argv[1:]:
                with warnings.catch_warnings(record=True) as told:
                    warnings.simplefilter('always')
                    try:
                        for element in pydicom.dcmread(path).iterall():
                            element.value
                    except Exception as failure:
                        print(path + '\\t' + ' '.join(str(failure).split()))
                for warning in told:
                    print(path + '\\t' + ' '.join(str(warning.message).split()))
            """;
    /** In the implicit form no private attribute says what it is, so that DCMTK warns of each that ends by a delimiter. */
    private static final String INHERENT = "(CP-246)";

    private final Path folder;

    OtherReaders(Path folder) {
        Peer.need("dcmdump", "gdcmdump", "dciodvfy", "python3");
        this.folder = folder;
    }

    /** Errors and warnings of all, by file; values are left out, since rewriting may change them. */
    Map<Path, Set<String>> complaints(List<Path> files) throws Exception {
        Map<Path, Set<String>> complaints = new HashMap<>(ofPydicom(files));
        for (Path file : files) {
            Set<String> own = complaints.computeIfAbsent(file, any -> new TreeSet<>());
            own.addAll(lines("dcmdump", file, line -> line.matches("[EWF]: .*") && !line.contains(INHERENT)));
            own.addAll(lines("gdcmdump", file, line -> line.contains("rror") || line.contains("Failed")));
            if (!isDeflated(file)) {
                own.addAll(errorsOfDciodvfy(file));
            }
        }
        return complaints;
    }

    /** Errors of dciodvfy alone, which knows the modules of each kind of object; it reads no deflated files. */
    Set<String> errorsOfDciodvfy(Path file) throws Exception {
        return lines("dciodvfy", file, line -> line.startsWith("Error"));
    }

    private Set<String> lines(String program, Path file, Predicate<String> isComplaint) throws Exception {
        Peer.Answer answer = Peer.answer(folder, List.of(program, file.toString()));
        Set<String> lines = answer.text()
                .lines()
                .filter(isComplaint)
                .map(line -> program + ": " + line.replace(file.toString(), "").replaceAll("<[0-9.]+>", "<…>"))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean mayFail = program.equals("dciodvfy"); // it ends with 1 after any error
        if (answer.exit() != 0 && !mayFail) {
            lines.add(program + ": exit code " + answer.exit());
        }
        return lines;
    }

    private Map<Path, Set<String>> ofPydicom(List<Path> files) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("read.py"), PYDICOM);
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
        files.forEach(file -> command.add(file.toString()));
        Map<Path, Set<String>> told = new HashMap<>();
        for (String line : Peer.run(folder, command).lines().toList()) {
            String[] parts = line.split("\t", 2);
            told.computeIfAbsent(Path.of(parts[0]), any -> new TreeSet<>()).add("pydicom: " + parts[1]);
        }
        return told;
    }

    private static boolean isDeflated(Path file) throws IOException {
        String head = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return head.substring(0, Math.min(head.length(), 1024)).contains("1.2.840.10008.1.2.1.99");
    }
}
