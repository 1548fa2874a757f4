package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela net …}: talks to a DICOM service, by DIMSE or DICOMweb as its URI says. */
// [impl->req~cli.net~1]
@Command(
        name = "net",
        description = "Talks to a DICOM service: dicom://AET@host:port[?tls] or https://host/dicom-web.",
        footer = {"", "Exit code: 0 done, 1 some objects failed, 2 bad input or no connection, 130 cancelled."},
        mixinStandardHelpOptions = true)
public final class NetCommand implements Runnable {
    private static final int CANCELLED = 130;

    private final NetPeer.Opener opener;
    private final Supplier<Interruption> interruptions;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    public NetCommand(NetPeer.Opener opener, Supplier<Interruption> interruptions) {
        this.opener = opener;
        this.interruptions = interruptions;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of echo, query, retrieve, send, mwl, ups?");
    }

    /** Sees whether the peer is there. */
    @Command(name = "echo", description = "Sees that the peer is there.", mixinStandardHelpOptions = true)
    int echo(@Mixin NetPeerOption peer, @Mixin Output output) throws CandelaException {
        return with(peer, (open, cancellation) -> {
            String answer = open.echo(cancellation);
            output.print(JsonNodeFactory.instance.objectNode().put("answer", answer), answer);
            return 0;
        });
    }

    /** Studies, series or instances that match. */
    @Command(name = "query", description = "Lists what matches.", mixinStandardHelpOptions = true)
    int query(
            @Mixin NetPeerOption peer,
            @Mixin Conditions conditions,
            @Option(names = "--level", defaultValue = "STUDY", description = "${COMPLETION-CANDIDATES}")
                    NetQuery.Level level,
            @Mixin Output output)
            throws CandelaException {
        NetQuery query = conditions.query(level, spec);
        return with(peer, (open, stop) -> answer(output, each -> open.query(query, each, stop)));
    }

    /** Scheduled procedure steps. */
    @Command(name = "mwl", description = "Lists the modality worklist.", mixinStandardHelpOptions = true)
    int worklist(@Mixin NetPeerOption peer, @Mixin Conditions conditions, @Mixin Output output)
            throws CandelaException {
        NetQuery query = conditions.query(NetQuery.Level.STUDY, spec);
        return with(peer, (open, stop) -> answer(output, each -> open.worklist(query, each, stop)));
    }

    /** Unified procedure steps. */
    @Command(name = "ups", description = "Lists unified procedure steps.", mixinStandardHelpOptions = true)
    int workitems(@Mixin NetPeerOption peer, @Mixin Conditions conditions, @Mixin Output output)
            throws CandelaException {
        NetQuery query = conditions.query(NetQuery.Level.STUDY, spec);
        return with(peer, (open, stop) -> answer(output, each -> open.workitems(query, each, stop)));
    }

    /** Fetches objects into a folder. */
    @Command(name = "retrieve", description = "Fetches objects into a folder.", mixinStandardHelpOptions = true)
    int retrieve(@Mixin NetPeerOption peer, @Mixin Wanted wanted) throws CandelaException, IOException {
        NetRetrieval retrieval = wanted.retrieval(spec);
        Files.createDirectories(retrieval.folder());
        return with(peer, (open, stop) -> report("fetched", open.retrieve(retrieval, this::tell, stop)));
    }

    /** Sends files. */
    @Command(name = "send", description = "Sends files, and folders with all below.", mixinStandardHelpOptions = true)
    int send(
            @Mixin NetPeerOption peer,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "What to send.")
                    List<Path> sources)
            throws CandelaException, IOException {
        List<Path> files = InputFiles.of(sources);
        return with(peer, (open, stop) -> report("sent", open.send(files, this::tell, stop)));
    }

    /** Matching keys. */
    @SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
    static final class Conditions {
        @Option(names = "--match", paramLabel = "TAG=VALUE", description = "PatientID=12*; sequences with dots.")
        private List<String> matches = List.of();

        @Option(names = "--return", paramLabel = "TAG", description = "An attribute wanted in the answer.")
        private List<String> wanted = List.of();

        NetQuery query(NetQuery.Level level, CommandSpec spec) {
            try {
                return new NetQuery(
                        level,
                        matches.stream().map(NetQuery.Match::of).toList(),
                        wanted.stream().map(TagPath::of).toList());
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** What to retrieve. */
    @SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
    static final class Wanted {
        @Option(names = "--study", required = true, paramLabel = "UID", description = "Study Instance UID.")
        private String study;

        @Option(names = "--series", paramLabel = "UID", description = "Only this series.")
        private @Nullable String series;

        @Option(names = "--instance", paramLabel = "UID", description = "Only this instance of the series.")
        private @Nullable String instance;

        @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where files go.")
        private Path folder;

        @Option(names = "--method", defaultValue = "GET", description = "${COMPLETION-CANDIDATES}; DIMSE only.")
        private NetRetrieval.Method method;

        NetRetrieval retrieval(CommandSpec spec) {
            try {
                if (series == null && instance != null) {
                    throw new IllegalArgumentException("--instance needs its --series");
                }
                List<Uid> uids = Stream.of(study, series, instance)
                        .filter(uid -> uid != null)
                        .map(Uid::new)
                        .toList();
                return new NetRetrieval(uids, folder, method);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    private interface Work {
        int with(NetPeer peer, Cancellation cancellation) throws CandelaException;
    }

    private int with(NetPeerOption option, Work work) throws CandelaException {
        try (Interruption interruption = interruptions.get();
                NetPeer peer = open(option)) {
            return work.with(peer, interruption.cancellation());
        } catch (CancellationException e) {
            errors().println("candela: cancelled");
            return CANCELLED;
        }
    }

    private NetPeer open(NetPeerOption option) throws CandelaException {
        try {
            return opener.open(option.address());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private interface Search {
        void run(Consumer<Attributes> each) throws CandelaException;
    }

    private static int answer(Output output, Search search) throws CandelaException {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        List<String> lines = new ArrayList<>();
        search.run(match -> {
            found.add(DicomJson.toJson(match));
            lines.add(DicomJson.toJson(match).toString());
        });
        output.print(found, String.join("\n", lines));
        return 0;
    }

    private int report(String verb, NetPeer.Outcome outcome) {
        outcome.failures().forEach((object, reason) -> errors().println(object + ": " + reason));
        errors().println(outcome.completed() + " objects " + verb + ", "
                + outcome.failures().size() + " failed");
        return outcome.failures().isEmpty() ? 0 : Candela.NO;
    }

    private void tell(int count, int total) {
        boolean isWorthALine = count == total || count % 100 == 0;
        if (isWorthALine) {
            errors().println(total == 0 ? count + " objects" : count + " of " + total + " objects");
        }
    }

    private PrintWriter errors() {
        return spec.commandLine().getErr();
    }
}
