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
import org.candela.dicom.DicomJson;
import org.candela.dicom.DicomReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code candela dicom dump FILE}: the data set in the DICOM JSON model; warnings go to the error stream. */
@Command(name = "dump", description = "Prints the data set as DICOM JSON (PS3.18 F).", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomDump implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A DICOM file.")
    private Path file;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException, CandelaException {
        DicomFile read = DicomReader.read(file);
        ObjectNode json = DicomJson.toJson(read.meta());
        json.setAll(DicomJson.toJson(read.dataSet(), DicomDump::uriOf));
        output.line(Output.pretty(json));
        read.warnings().forEach(output::warn);
        return 0;
    }

    /** The part of the file that holds the value. */
    private static Optional<URI> uriOf(BulkData data) {
        return Optional.of(URI.create(data.file().toUri() + "?offset=" + data.offset() + "&length=" + data.length()));
    }
}
