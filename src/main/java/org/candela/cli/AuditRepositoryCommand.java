package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.audit.AuditTrail;
import org.candela.audit.AuditTrail.KeptEvent;
import org.candela.audit.export.AuditMessages;
import org.candela.audit.export.Collector;
import org.candela.audit.export.Forwarding;
import org.candela.audit.export.Forwarding.Standing;
import org.candela.audit.export.Station;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.net.tls.TlsTrust;
import org.candela.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela audit repository}: where audit messages go, and how far they are. */
// [impl->req~cli.audit-repository~1]
@Command(
        name = "repository",
        description = "The audit record repository that messages of PS3.15 A.5 go to, by syslog over TLS (IHE ITI-20).",
        mixinStandardHelpOptions = true)
public final class AuditRepositoryCommand implements Runnable {
    private static final int BATCH = 500;

    private final Desk desk;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    public AuditRepositoryCommand(Desk desk) {
        this.desk = desk;
    }

    /** What the commands work on. */
    public interface Desk {
        /** Does something with the open store and closes it. */
        <T> T with(Work<T> work) throws CandelaException;

        /** As whom we speak to a repository. */
        TlsTrust trust(Collector collector) throws CandelaException;

        /** Keeps the password of our certificate; asks for it, or takes it from the environment. */
        void keepPassword() throws CandelaException;

        Station station();

        /** Who sits here. */
        String who();
    }

    /** Work on the open store. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Database database, Forwarding forwarding) throws CandelaException;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of it? See candela audit repository --help.");
    }

    @Command(name = "show", description = "How far the repository is.", mixinStandardHelpOptions = true)
    int show(@Mixin Output output) throws CandelaException {
        Optional<Standing> standing = desk.with((database, forwarding) -> forwarding.standing());
        output.print(
                json(standing), standing.map(AuditRepositoryCommand::words).orElse("no audit repository was named"));
        return 0;
    }

    @Command(
            name = "set",
            description = "Names the repository; what happens from now on is sent to it while the workstation runs.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin Output output,
            @Parameters(paramLabel = "HOST", description = "Its name, as in its certificate.") String host,
            @Option(
                            names = "--port",
                            paramLabel = "N",
                            defaultValue = "6514",
                            description = "Default: ${DEFAULT-VALUE}.")
                    int port,
            @Option(
                            names = "--pin",
                            paramLabel = "SHA-256",
                            description = "Trust this certificate or key alone; may be given again.")
                    @Nullable
                    List<String> pins,
            @Option(
                            names = "--certificate",
                            paramLabel = "FILE.p12",
                            description =
                                    "Our certificate, where it asks for one. Its password is asked for and kept sealed.")
                    @Nullable
                    Path certificate,
            @Option(names = "--from-start", description = "Sends all that the audit trail holds.") boolean isFromStart)
            throws CandelaException {
        Collector collector = collector(host, port, pins == null ? List.of() : pins, Optional.ofNullable(certificate));
        if (certificate != null) {
            desk.keepPassword();
            TlsTrust unused = desk.trust(collector); // a wrong password or file is told now
        }
        desk.with((database, forwarding) -> {
            forwarding.use(collector, isFromStart ? Forwarding.From.START : Forwarding.From.NOW, desk.who());
            return true;
        });
        return show(output);
    }

    private Collector collector(String host, int port, List<String> pins, Optional<Path> certificate) {
        try {
            return new Collector(
                    host, port, pins, certificate.map(Path::toAbsolutePath).map(Path::toString));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    @Command(
            name = "off",
            description = "Sends no more. The audit trail stays, as always.",
            mixinStandardHelpOptions = true)
    int off(@Mixin Output output) throws CandelaException {
        desk.with((database, forwarding) -> {
            forwarding.leave(desk.who());
            return true;
        });
        return show(output);
    }

    @Command(
            name = "send",
            description = "Sends what waits, now. Exit 2 when the repository did not take it.",
            mixinStandardHelpOptions = true)
    int send(@Mixin Output output) throws CandelaException {
        int sent = desk.with((database, forwarding) -> {
            Optional<Standing> standing = forwarding.standing();
            return standing.isEmpty()
                    ? 0
                    : forwarding.send(desk.trust(standing.orElseThrow().collector()), new Cancellation());
        });
        output.print(JsonNodeFactory.instance.objectNode().put("sent", sent), sent + " events sent");
        return 0;
    }

    @Command(
            name = "write",
            description = "Writes the audit trail as messages of PS3.15 A.5 into a new file, a line each.",
            mixinStandardHelpOptions = true)
    int write(@Mixin Output output, @Parameters(paramLabel = "FILE", description = "A new file.") Path file)
            throws CandelaException {
        AuditMessages messages = new AuditMessages(desk.station());
        int written = desk.with((database, forwarding) -> write(database, messages, file));
        output.print(
                JsonNodeFactory.instance.objectNode().put("written", written), written + " events written to " + file);
        return 0;
    }

    private static int write(Database database, AuditMessages messages, Path file) throws CandelaException {
        int count = 0;
        try (BufferedWriter out =
                Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            long last = 0;
            List<KeptEvent> events = after(database, last);
            while (!events.isEmpty()) {
                for (KeptEvent event : events) {
                    out.write(messages.xml(event));
                    out.newLine();
                    last = event.sequence();
                    count++;
                }
                events = after(database, last);
            }
        } catch (IOException e) {
            throw new CandelaException(
                    "audit.file", file + ": cannot be written; name a new file in a folder that is there", e);
        }
        return count;
    }

    private static List<KeptEvent> after(Database database, long sequence) throws CandelaException {
        return new ArrayList<>(database.read(tx -> AuditTrail.after(tx, sequence, BATCH)));
    }

    private static ObjectNode json(Optional<Standing> found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("named", found.isPresent());
        found.ifPresent(standing -> json.put("host", standing.collector().host())
                .put("port", standing.collector().port())
                .put("waiting", standing.waiting())
                .put("sentAt", standing.sentAt().map(Object::toString).orElse(null))
                .put("failure", standing.failure()));
        return json;
    }

    private static String words(Standing standing) {
        String failure = standing.failure().isBlank() ? "" : "; last attempt: " + standing.failure();
        return String.format(
                Locale.ROOT,
                "%s: %d events wait%s%s",
                standing.collector(),
                standing.waiting(),
                standing.sentAt().map(at -> ", last taken " + at).orElse(", none taken yet"),
                failure);
    }
}
