package org.candela;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.Dictionary;

/** docs/conformance-statement.md, whose tables are what the code holds and does. */
public final class Statement {
    private static final GoldenDocument DOCUMENT = new GoldenDocument(
            Path.of("docs/conformance-statement.md"),
            "<!-- from the code: %s -->",
            "<!-- end of what the code holds -->");

    private Statement() {}

    /** A table of the statement. */
    public static final class Table {
        private final StringBuilder text = new StringBuilder();
        private final int columns;

        /** A table with these columns. */
        public Table(String... head) {
            this.columns = head.length;
            row(List.of(head));
            text.append("|---".repeat(columns)).append("|\n");
        }

        /** Adds a row. */
        public Table row(Object... cells) {
            List<String> texts = new ArrayList<>();
            for (Object cell : cells) {
                texts.add(String.valueOf(cell));
            }
            return row(texts);
        }

        private Table row(List<String> cells) {
            if (cells.size() != columns) {
                throw new IllegalArgumentException("a row of " + cells.size() + " cells in a table of " + columns);
            }
            cells.forEach(
                    cell -> text.append("| ").append(cell.replace("|", "\\|")).append(' '));
            text.append("|\n");
            return this;
        }

        /** The committed table {@code name} must be this one. */
        public void check(String name) throws IOException {
            DOCUMENT.check(name, text.toString());
        }
    }

    /** Name of a UID, and the UID itself where PS3.6 as known here has no name for it. */
    public static String name(String uid) {
        return Dictionary.uidName(uid).orElse(uid);
    }

    /** A constant that the code keeps for itself: what documents it is no reason to open it. */
    public static Object constant(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }
}
