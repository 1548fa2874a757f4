package org.candela.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.candela.dicom.image.FrameReader;
import picocli.CommandLine;

/**
 * What {@code candela dicom …} answered.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exit, String out, String err) {

    /** Runs {@code candela dicom} with {@code args}. */
    static CommandRun dicom(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Candela.commandLine(() -> 0, List.of(DicomCommand.commandLine(FrameReader::open)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] words = new String[args.length + 1];
        words[0] = "dicom";
        for (int i = 0; i < args.length; i++) {
            words[i + 1] = args[i].toString();
        }
        int exit = line.execute(words);
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
