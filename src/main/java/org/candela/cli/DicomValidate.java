package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Tag;
import org.candela.dicom.validate.Finding;
import org.candela.dicom.validate.Severity;
import org.candela.dicom.validate.Validation;
import org.candela.dicom.validate.Validator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela dicom validate PATH…}: where files depart from the standard, a line a finding. */
// [impl->req~cli.validate~1]
@Command(
        name = "validate",
        description = {
            "Says where files depart from the standard, a line a finding: path: offset: tag: severity: what.",
            "Pixels are not decoded; the modules of each kind of image are not known, those of all are."
        },
        footer = {"", "Exit code: 0 no errors, 1 errors, also where a file is no DICOM, 2 bad input."},
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomValidate implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "DICOM files, and folders with all below them.")
    private List<Path> paths;

    @Override
    public Integer call() throws IOException {
        List<Path> files = InputFiles.of(paths);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        int wrong = 0;
        for (Path file : files) {
            Validation validation = validated(file);
            validation.findings().forEach(finding -> output.progress(file + ": " + finding));
            if (output.isJson()) {
                json.add(json(file, validation));
            }
            wrong += validation.hasErrors() ? 1 : 0;
        }
        if (output.isJson()) {
            output.line(Output.pretty(json));
        }
        spec.commandLine().getErr().println(files.size() + " files, " + wrong + " of them with errors");
        return wrong == 0 ? 0 : Candela.NO;
    }

    /** A file that cannot be opened is one with an error: it must not end a run over thousands. */
    private static Validation validated(Path file) {
        try {
            return Validator.validate(file);
        } catch (IOException e) {
            Finding unreadable = new Finding(
                    DicomFormatException.NO_OFFSET,
                    DicomFormatException.NO_TAG,
                    Severity.ERROR,
                    "cannot be read: " + e.getMessage());
            return new Validation(List.of(unreadable), true);
        }
    }

    private static ObjectNode json(Path file, Validation validation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("file", file.toString());
        for (Severity severity : Severity.values()) {
            json.put(severity + "s", validation.count(severity));
        }
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : validation.findings()) {
            ObjectNode one = findings.addObject();
            if (finding.offset() != DicomFormatException.NO_OFFSET) {
                one.put("offset", finding.offset());
            }
            if (finding.tag() != DicomFormatException.NO_TAG) {
                one.put("tag", Tag.toHex(finding.tag()));
            }
            one.put("severity", finding.severity().toString()).put("what", finding.what());
        }
        return json;
    }
}
