package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.displayqa.report.SigningKey;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.card.CardPaper;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candela check}: the pre-shift card. Exit 0 when primary reading is allowed, 1 when it is not. */
// [impl->req~cli.check~1]
@Command(
        name = "check",
        description = "Whether primary reading may start at this desk, and if not, why not.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final Callable<Readiness> readiness;
    private final CardDesk desk;

    /** What signs a card, and says whose it is. */
    public interface CardDesk {
        /** No key: a card can be shown and checked, not written. */
        CardDesk NONE = new CardDesk() {
            @Override
            public SigningKey key() throws CandelaException {
                throw new CandelaException("cli.no-key", "there is no key here to sign a card with");
            }

            @Override
            public List<String> fingerprints() {
                return List.of();
            }

            @Override
            public CardPaper.About about() {
                return new CardPaper.About("", "", "", "");
            }
        };

        /** The key that signs now; made on first use. */
        SigningKey key() throws CandelaException;

        /** Of every key that ever signed here; makes none. */
        List<String> fingerprints() throws CandelaException;

        CardPaper.About about();
    }

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description =
                    "Writes the card too, signed: one page as .pdf, or a document as .json; FILE must not be there.")
    private @Nullable Path export;

    @Option(
            names = "--verify",
            paramLabel = "FILE",
            description = "Checks a written card instead: 0 as it was signed, 1 changed or another key, 2 no card.")
    private @Nullable Path verify;

    @Option(names = "--key", paramLabel = "FINGERPRINT", description = "With --verify: the key that must have signed.")
    private @Nullable String key;

    @Mixin
    private final Output output = new Output();

    /** @param readiness asks every check, opening and closing what it needs for that */
    public CheckCommand(Callable<Readiness> readiness) {
        this(readiness, CardDesk.NONE);
    }

    /** The same, able to write cards. */
    public CheckCommand(Callable<Readiness> readiness, CardDesk desk) {
        this.readiness = readiness;
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (verify != null) {
            return CardFile.verify(verify, Optional.ofNullable(key), desk.fingerprints(), output);
        }
        Optional<CardFile> file = export == null ? Optional.empty() : Optional.of(CardFile.named(export));
        Readiness found = readiness.call();
        if (file.isPresent()) {
            file.orElseThrow().write(new CardPaper(found, desk.about()), desk.key());
        }
        output.print(json(found), text(found));
        return found.isPrimaryReadingAllowed() ? 0 : Candela.NO;
    }

    private static ObjectNode json(Readiness found) {
        ObjectNode card = JsonNodeFactory.instance
                .objectNode()
                .put("primaryReadingAllowed", found.isPrimaryReadingAllowed())
                .put("at", found.at().toString());
        ArrayNode items = card.putArray("items");
        found.items().forEach(item -> items.addObject()
                .put("id", item.id())
                .put("title", item.title())
                .put("status", item.status().name())
                .put("reason", item.reason())
                .put("value", item.evidence().value())
                .put("source", item.evidence().source())
                .put("basis", item.evidence().basis().name())
                .put("readAt", item.evidence().at().map(Object::toString).orElse(""))
                .put("whatToDo", item.whatToDo()));
        return card;
    }

    private static String text(Readiness found) {
        StringBuilder card = new StringBuilder();
        found.items().forEach(item -> card.append(line(item)).append('\n'));
        if (found.isPrimaryReadingAllowed()) {
            return card.append("Primary reading is allowed.").toString();
        }
        return card.append("Primary reading is BLOCKED. ")
                .append(String.join(" ", found.blockingReasons()))
                .toString();
    }

    static String line(ReadinessItem item) {
        String found = String.format(
                Locale.ROOT, "%-12s  %s: %s", item.status().name().replace('_', ' '), item.title(), item.reason());
        return item.whatToDo().isEmpty() ? found : found + " " + item.whatToDo();
    }
}
