package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.Transcoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code candela dicom transcode}: the same pixels in another transfer syntax. Exit 1 when a file was refused. */
// [impl->req~cli.transcode~1]
@Command(
        name = "transcode",
        description = "Writes images in another transfer syntax, with exactly the same pixels.",
        footer = {"", "Exit code: 0 every file was written, 1 some were refused, 2 bad input."},
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomTranscode implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "DICOM files, and folders with all below them.")
    private List<Path> paths;

    @Option(
            names = "--to",
            paramLabel = "SYNTAX",
            required = true,
            converter = SyntaxConverter.class,
            description = "implicit, explicit, deflated, rle, jpeg-ls, or the UID of one of them.")
    private TransferSyntax syntax;

    @Option(
            names = "--out",
            paramLabel = "FILE|FOLDER",
            required = true,
            description = "File to write; a folder that is there, or is made for several files, takes them by name.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        List<Path> files = InputFiles.of(paths);
        if (files.size() > 1 || !files.equals(paths)) {
            if (Files.isRegularFile(out)) {
                throw new ParameterException(
                        spec.commandLine(), "--out " + out + ": what is not one file needs a folder");
            }
            Files.createDirectories(out);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode written = json.putArray("written");
        ArrayNode refused = json.putArray("refused");
        Set<Path> targets = new HashSet<>();
        for (Path file : files) {
            Path target = Files.isDirectory(out) ? out.resolve(file.getFileName()) : out;
            try {
                if (!targets.add(target)) {
                    throw new IOException("another file of this name was written to " + target);
                }
                Transcoder.transcode(file, syntax, target);
                written.add(target.toString());
            } catch (IOException | CandelaException e) {
                String reason = reason(e, file);
                spec.commandLine().getErr().println("candela: " + reason);
                refused.addObject().put("file", file.toString()).put("reason", reason);
            }
        }
        output.print(json, written.size() + " files written as " + syntax + ", " + refused.size() + " refused");
        return refused.isEmpty() ? 0 : Candela.NO;
    }

    private static String reason(Exception failure, Path file) {
        String name = String.valueOf(file.getFileName());
        String message = String.valueOf(failure.getMessage());
        return message.contains(name) ? message : name + ": " + message;
    }

    /** A short name, or the UID. */
    static final class SyntaxConverter implements ITypeConverter<TransferSyntax> {
        private static final Map<String, String> NAMES = Map.of(
                "implicit", "1.2.840.10008.1.2",
                "explicit", "1.2.840.10008.1.2.1",
                "deflated", "1.2.840.10008.1.2.1.99",
                "rle", "1.2.840.10008.1.2.5",
                "jpeg-ls", "1.2.840.10008.1.2.4.80");

        @Override
        public TransferSyntax convert(String text) {
            try {
                return TransferSyntax.of(new Uid(NAMES.getOrDefault(text, text)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "a syntax is implicit, explicit, deflated, rle, jpeg-ls or a UID, not " + text);
            }
        }
    }
}
