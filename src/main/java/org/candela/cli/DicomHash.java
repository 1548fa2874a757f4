package org.candela.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;
import org.candela.image.StoredFrame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela dicom hash PATH…}: digests of decoded stored values, one row a file, in the order of the paths. */
@Command(
        name = "hash",
        description = "Prints a table of digests of the stored values of files, and of all files below folders.",
        footer = {"", "Exit code: 0 also where a file could not be read, which its row says; 2 a PATH does not exist."},
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomHash implements Callable<Integer> {
    static final String HEADER = "path\tframes\tsha256\tsha256_f1\tdtype\terror";

    private final FrameFiles opener;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    private List<Path> paths;

    DicomHash(FrameFiles opener) {
        this.opener = opener;
    }

    // [impl->req~cli.hash~1]
    @Override
    public Integer call() throws IOException {
        List<Path> files = InputFiles.of(paths);
        PrintWriter out = spec.commandLine().getOut();
        out.println(HEADER);
        files.parallelStream().map(this::row).forEachOrdered(row -> {
            out.println(row);
            out.flush();
        });
        return 0;
    }

    private String row(Path file) {
        Row row = new Row();
        try {
            row.digest(opener.open(file));
        } catch (IOException | CandelaException e) {
            row.error = String.valueOf(e.getMessage());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // A row for every file, whatever a decoder does: one broken file must not end the run of thousands.
            row.error = "internal error: " + e;
        }
        return row.text(file);
    }

    /** What is known of a file so far; filled while its frames go by. */
    private static final class Row {
        private String frames = "";
        private String all = "";
        private String first = "";
        private String type = "";
        private String error = "";

        void digest(FrameReader reader) throws IOException, CandelaException {
            frames = String.valueOf(reader.frameCount());
            MessageDigest digest = sha256();
            for (int i = 0; i < reader.frameCount(); i++) {
                StoredFrame frame = reader.readStored(i);
                byte[] bytes = frame.littleEndian();
                digest.update(bytes);
                if (i == 0) {
                    type = frame.sampleType().code();
                    first = HexFormat.of().formatHex(sha256().digest(bytes));
                }
            }
            all = HexFormat.of().formatHex(digest.digest());
        }

        String text(Path file) {
            return String.join("\t", plain(file.toString()), frames, all, first, type, plain(error));
        }
    }

    /** Without what would end a field or a line. */
    private static String plain(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
