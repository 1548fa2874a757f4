package org.candela.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A copy of a whole database, sealed or plain, and whether every row of it is the same. */
final class StoreCopy {
    private StoreCopy() {}

    /** Writes all that {@code source} holds into a new file. */
    static void write(Connection source, Path copy, Optional<StoreKey> key) throws SQLException {
        String address = copy.toUri() + "?" + key.map(StoreKey::parameters).orElse("key=");
        try (PreparedStatement statement = source.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, address);
            statement.executeUpdate();
        }
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** @throws StoreException {@code store.not-same} when the copy is not whole, or a row of it differs */
    static void requireSame(Connection source, Path copy, Optional<StoreKey> key) throws StoreException, SQLException {
        Connection written = Connections.openWhole(copy, key);
        try {
            Connections.checkIntegrity(copy, written);
            if (!digests(source).equals(digests(written))) {
                throw new StoreException(
                        "store.not-same", copy + ": the copy is not what was copied; nothing was changed");
            }
        } finally {
            Connections.closeQuietly(written);
        }
    }

    /** SHA-256 of each table's rows, by its name, and of what defines it. */
    private static Map<String, String> digests(Connection connection) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (List<String> entry : schema(connection)) {
            MessageDigest digest = sha256();
            update(digest, entry.get(2));
            if (entry.get(0).equals("table")) {
                rows(connection, entry.get(1), digest);
            }
            digests.put(entry.get(0) + " " + entry.get(1), HexFormat.of().formatHex(digest.digest()));
        }
        return digests;
    }

    private static List<List<String>> schema(Connection connection) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("SELECT type, name, coalesce(sql, '') FROM sqlite_master")) {
            while (results.next()) {
                found.add(List.of(results.getString(1), results.getString(2), results.getString(3)));
            }
        }
        return found;
    }

    private static void rows(Connection connection, String table, MessageDigest digest) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("SELECT * FROM \"" + table.replace("\"", "\"\"") + "\"")) {
            int columns = results.getMetaData().getColumnCount();
            while (results.next()) {
                for (int column = 1; column <= columns; column++) {
                    update(digest, results.getObject(column));
                }
            }
        }
    }

    /** With kind and length, so that no two rows have the same form. */
    private static void update(MessageDigest digest, @org.jspecify.annotations.Nullable Object value) {
        byte[] bytes =
                value instanceof byte[] blob ? blob : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        String kind = value == null ? "null" : value.getClass().getSimpleName();
        digest.update((kind + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
