package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.store.StorePlace;

/**
 * What a reader keeps on this workstation and carries to another desk as text: listed, written to a new file and taken over
 * from one, all or none, in one way for all kinds of it.
 *
 * @param database where the workstation's SQLite file is, asked for when a command runs
 */
// [impl->req~cli.desk-texts~1]
record DeskText(StorePlace database, Clock clock) {
    /** Something done with the store. */
    interface Work<T> {
        T in(Database store) throws CandelaException;
    }

    /** Takes a text over; returns how many things are the reader's own now, or were taken. */
    interface Taking {
        int over(Database store, String text) throws CandelaException;
    }

    /** One line of a list, and the same for a program. */
    record Line(String text, ObjectNode json) {}

    /** A text and how many things it holds. */
    record Written(String text, int count) {}

    /** What a command says when it is done, {@code words} after the number. */
    record Done(String key, String words) {}

    <T> T open(Work<T> work) throws CandelaException {
        try (Database store = Database.open(database, clock)) {
            return work.in(store);
        }
    }

    int list(Output output, Work<List<Line>> lines) throws CandelaException {
        List<Line> all = open(lines);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        all.forEach(line -> json.add(line.json()));
        output.print(json, all.stream().map(Line::text).collect(Collectors.joining(System.lineSeparator())));
        return 0;
    }

    int export(Path file, Output output, String words, Work<Written> work) throws CandelaException {
        Written written = open(work);
        TextFile.writeNew(file, written.text());
        output.print(
                JsonNodeFactory.instance.objectNode().put("exported", written.count()),
                String.format(words, written.count()) + " written to " + file);
        return 0;
    }

    /** A text that is refused names its file. */
    int take(Path file, Output output, Done done, Taking taking) throws CandelaException {
        String text = TextFile.read(file);
        int count = open(store -> {
            try {
                return taking.over(store, text);
            } catch (CandelaException e) {
                throw TextFile.in(file, e);
            }
        });
        return tell(output, done, count);
    }

    int tell(Output output, Done done, int count) {
        output.print(JsonNodeFactory.instance.objectNode().put(done.key(), count), count + " " + done.words());
        return 0;
    }
}
