package org.candela.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.base.Sha256;

/**
 * One step of the schema: {@code V###__name.sql}.
 *
 * @param version 1 to 999, the order of application
 * @param sql the script, lines ended by line feeds
 */
record Migration(int version, String name, String sql) {
    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{3})__([a-z0-9_]+)\\.sql");

    /** Reads the version and name from the file name. */
    static Migration of(String fileName, String sql) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not V###__name.sql: " + fileName);
        }
        return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), sql.replace("\r\n", "\n"));
    }

    /** SHA-256 of the script, lower-case hex: an applied script must never change. */
    String checksum() {
        return Sha256.hex(sql);
    }

    @Override
    public String toString() {
        return "V%03d %s".formatted(version, name);
    }
}
