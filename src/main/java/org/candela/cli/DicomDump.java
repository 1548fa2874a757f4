package org.candela.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomJson;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela dicom dump FILE}: the data set in the DICOM JSON model; warnings go to the error stream. */
@Command(
        name = "dump",
        description = "Prints the data set as DICOM JSON (PS3.18 F); of a damaged file what stands before the damage.",
        footer = {"", "Exit code: 0 all of it, 1 a part, and one line that says what ended it, 2 bad input."},
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomDump implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A DICOM file.")
    private Path file;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    // [impl->req~cli.dump~1]
    @Override
    public Integer call() throws IOException, CandelaException {
        try {
            print(DicomReader.read(file));
            return 0;
        } catch (DicomFormatException e) {
            print(DicomReader.read(file, ReadOptions.standard().keepingPrefix()));
            spec.commandLine().getErr().println("candela: " + e.getMessage());
            return Candela.NO;
        }
    }

    private void print(DicomFile read) {
        ObjectNode json = DicomJson.toJson(read.meta());
        json.setAll(DicomJson.toJson(read.dataSet(), DicomDump::uriOf));
        output.line(Output.pretty(json));
        read.warnings().forEach(output::warn);
    }

    /** The part of the file that holds the value. */
    private static Optional<URI> uriOf(BulkData data) {
        return Optional.of(URI.create(data.file().toUri() + "?offset=" + data.offset() + "&length=" + data.length()));
    }
}
